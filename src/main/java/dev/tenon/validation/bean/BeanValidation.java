package dev.tenon.validation.bean;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.ValidationOptions;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validated calls of methods (Jakarta Bean Validation 3.0, section 6.1.2). Where the container validates, its exception is translated; where
 * it does not, arguments and result are validated here; never both. No provider is started before the first call. Thread-safe.
 */
public final class BeanValidation implements AutoCloseable {
    private final Provider provider;
    private final Runnable wrongCall;
    private final Map<Method, Arguments> plans = new ConcurrentHashMap<>();
    private volatile Optional<ExecutableValidator> own;

    /**
     * Sets how to find out about the container.
     *
     * @param beans where its {@code ValidatorFactory} is found, if it has one
     * @param wrongCall calls a method of a bean with an argument that breaks a constraint; returns where the container does not mind
     */
    public BeanValidation(BeanLookup beans, Runnable wrongCall) {
        this.provider = new Provider(beans);
        this.wrongCall = wrongCall;
    }

    /**
     * Returns the arguments as their annotations clean them; the same array where nothing is to be cleaned.
     *
     * @param arguments not changed; beans, arrays and collections among them are, where they stand
     * @throws ValidationException if a record refuses what is clean
     */
    public Object[] clean(Method method, Object... arguments) {
        return plans.computeIfAbsent(method, Arguments::of).clean(arguments);
    }

    /**
     * Returns what the method returns.
     *
     * @param target the bean itself, as its interceptors see it
     * @param proceed the rest of the call, the container's own validation included
     * @throws ValidationException if arguments are refused
     * @throws ConstraintViolationException if the result is: that is the application's fault, not the client's
     * @throws Exception whatever the method throws
     */
    public Object call(Object target, Method method, Object[] arguments, Callable<Object> proceed) throws Exception {
        Optional<ExecutableValidator> validator = own();
        return validator.isPresent()
                ? validate(validator.get(), new Call(target, method), arguments, proceed)
                : translate(new Call(target, method), arguments, proceed);
    }

    private static Object validate(
            ExecutableValidator validator, Call call, Object[] arguments, Callable<Object> proceed) throws Exception {
        if (call.isGetter()) {
            return proceed.call(); // what containers leave out, too
        }
        var wrong = validator.validateParameters(call.target(), call.method(), arguments);
        if (!wrong.isEmpty()) {
            throw refusal(wrong, call, arguments);
        }
        Object result = proceed.call();
        var wrongResult = validator.validateReturnValue(call.target(), call.method(), result);
        if (!wrongResult.isEmpty()) {
            throw new ConstraintViolationException(wrongResult);
        }
        return result;
    }

    private static Object translate(Call call, Object[] arguments, Callable<Object> proceed) throws Exception {
        try {
            return proceed.call();
        } catch (ConstraintViolationException e) {
            Set<ConstraintViolation<?>> found = e.getConstraintViolations();
            if (found == null || found.isEmpty() || !found.stream().allMatch(call::isAboutArguments)) {
                throw e;
            }
            throw refusal(found, call, arguments);
        }
    }

    private static ValidationException refusal(
            Set<? extends ConstraintViolation<?>> found, Call call, Object... arguments) {
        return Violations.ofCall(found, call.method(), arguments).refusal(ValidationOptions.current());
    }

    /** Returns who validates instead of the container; empty where the container does it. Measured once. */
    private Optional<ExecutableValidator> own() {
        Optional<ExecutableValidator> known = own;
        return known == null ? measure() : known;
    }

    private synchronized Optional<ExecutableValidator> measure() {
        if (own == null) {
            own = containerValidates()
                    ? Optional.empty()
                    : Optional.of(provider.validator().forExecutables());
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

    /** Closes the provider if it was started here. */
    @Override
    public void close() {
        provider.close();
    }
}
