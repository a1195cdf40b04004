package dev.tenon.validation.cdi;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/** Stands around the call, outside the providers' own interceptors: those have priority 4800 (Jakarta Bean Validation 3.0, section 11.2). */
@Validated
@Interceptor
@Priority(ValidatedInterceptor.PRIORITY)
public class ValidatedInterceptor implements Serializable {
    static final int PRIORITY = Interceptor.Priority.APPLICATION + 200;
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // what the container injects is a proxy, and that is serializable
    private final MethodValidation validation;

    /** Sets what validates. */
    @Inject
    public ValidatedInterceptor(MethodValidation validation) {
        this.validation = validation;
    }

    /**
     * Returns what the method returns.
     *
     * @throws Exception whatever the method throws, or the refusal of its arguments or result
     */
    @AroundInvoke
    public Object validate(InvocationContext call) throws Exception {
        return validation.call(call);
    }
}
