package dev.tenon.validation.bean;

import dev.tenon.kernel.BeanLookup;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Validated calls of methods (Jakarta Bean Validation 3.0, section 6.1.2). Where the container validates, its exception is translated; where
 * it does not, arguments and result are validated here; never both. No provider is started before the first call. Thread-safe.
 */
public final class BeanValidation implements AutoCloseable {
    private final BeanLookup beans;
    private final Runnable wrongCall;
    private Optional<ExecutableValidator> own;
    private ValidatorFactory built;

    /**
     * Sets how to find out about the container.
     *
     * @param beans where its {@link ValidatorFactory} is found, if it has one
     * @param wrongCall calls a method of a bean with an argument that breaks a constraint; returns where the container does not mind
     */
    public BeanValidation(BeanLookup beans, Runnable wrongCall) {
        this.beans = beans;
        this.wrongCall = wrongCall;
    }

    /**
     * Returns what the method returns.
     *
     * @param target the bean itself, as its interceptors see it
     * @param proceed the rest of the call, the container's own validation included
     * @throws dev.tenon.validation.ValidationException if arguments are refused
     * @throws ConstraintViolationException if the result is: that is the application's fault, not the client's
     * @throws Exception whatever the method throws
     */
    public Object call(Object target, Method method, Object[] arguments, Callable<Object> proceed) throws Exception {
        Optional<ExecutableValidator> validator = own();
        return validator.isPresent()
                ? validate(validator.get(), new Call(target, method), arguments, proceed)
                : translate(new Call(target, method), proceed);
    }

    private static Object validate(
            ExecutableValidator validator, Call call, Object[] arguments, Callable<Object> proceed) throws Exception {
        if (call.isGetter()) {
            return proceed.call(); // what containers leave out, too
        }
        var wrong = validator.validateParameters(call.target(), call.method(), arguments);
        if (!wrong.isEmpty()) {
            throw Violations.of(wrong, call.method());
        }
        Object result = proceed.call();
        var wrongResult = validator.validateReturnValue(call.target(), call.method(), result);
        if (!wrongResult.isEmpty()) {
            throw new ConstraintViolationException(wrongResult);
        }
        return result;
    }

    private static Object translate(Call call, Callable<Object> proceed) throws Exception {
        try {
            return proceed.call();
        } catch (ConstraintViolationException e) {
            Set<ConstraintViolation<?>> found = e.getConstraintViolations();
            if (found == null || found.isEmpty() || !found.stream().allMatch(call::isAboutArguments)) {
                throw e;
            }
            throw Violations.of(found, call.method());
        }
    }

    /** Returns who validates instead of the container; empty where the container does it. Measured once. */
    private synchronized Optional<ExecutableValidator> own() {
        if (own == null) {
            own = containerValidates()
                    ? Optional.empty()
                    : Optional.of(factory().getValidator().forExecutables());
        }
        return own;
    }

    private boolean containerValidates() {
        try {
            wrongCall.run();
            return false;
        } catch (ConstraintViolationException refused) {
            return true;
        }
    }

    private ValidatorFactory factory() {
        return beans.find(ValidatorFactory.class).orElseGet(() -> {
            built = Validation.buildDefaultValidatorFactory();
            return built;
        });
    }

    /** Closes the factory if it was built here. */
    @Override
    public synchronized void close() {
        if (built != null) {
            built.close();
            built = null;
        }
    }
}
