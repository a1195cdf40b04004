package dev.tenon.session.cdi.shop;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts the name of the method in front of its result. */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Logged {
    @Logged
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    class Log implements Serializable {
        private static final long serialVersionUID = 1L;

        @AroundInvoke
        Object log(InvocationContext call) throws Exception {
            return call.getMethod().getName() + " " + call.proceed();
        }
    }
}
