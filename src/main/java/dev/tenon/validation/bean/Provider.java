package dev.tenon.validation.bean;

import dev.tenon.kernel.BeanLookup;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The Bean Validation provider of the application: found through CDI, then JNDI, then started here. Nothing is looked for before the first
 * validation. Thread-safe.
 */
public final class Provider implements AutoCloseable {
    private static final String JNDI = "java:comp/ValidatorFactory"; // Jakarta EE 10, section EE.5.17

    private final BeanLookup beans;
    private volatile Validator validator;
    private ValidatorFactory own;

    /** Sets where beans are found. */
    public Provider(BeanLookup beans) {
        this.beans = beans;
    }

    /**
     * Returns the validator.
     *
     * @throws IllegalStateException if the application has constraints, but no provider
     */
    Validator validator() {
        Validator known = validator;
        return known == null ? find() : known;
    }

    private synchronized Validator find() {
        if (validator == null) {
            validator = beans.find(ValidatorFactory.class)
                    .or(Provider::named)
                    .orElseGet(this::start)
                    .getValidator();
        }
        return validator;
    }

    @SuppressWarnings("BanJNDI") // the name is the standard's
    private static Optional<ValidatorFactory> named() {
        try {
            return new InitialContext().lookup(JNDI) instanceof ValidatorFactory factory
                    ? Optional.of(factory)
                    : Optional.empty();
        } catch (NamingException none) {
            return Optional.empty();
        }
    }

    private ValidatorFactory start() {
        try {
            own = Validation.buildDefaultValidatorFactory();
            return own;
        } catch (ValidationException e) {
            throw new IllegalStateException(
                    "constraints of Bean Validation cannot be checked: the application has its API, but no provider that starts",
                    e);
        }
    }

    /** Closes the provider if it was started here. */
    @Override
    public synchronized void close() {
        if (own != null) {
            own.close();
            own = null;
            validator = null;
        }
    }
}
