package dev.tenon.validation.cdi;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.bean.BeanValidation;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/** The one validation of an application. It shows no type of Bean Validation, so it is a bean where that is missing, too. Thread-safe. */
@ApplicationScoped
public class MethodValidation {
    private final BeanValidation validation;

    /** Leaves everything to the bean behind this proxy. */
    protected MethodValidation() {
        this.validation = null;
    }

    /** Sets the application's beans. */
    @Inject
    public MethodValidation(Instance<Object> beans, Probe probe) {
        this.validation = new BeanValidation(new InstanceLookup(beans), () -> probe.accept(null));
    }

    /**
     * Returns what the method returns.
     *
     * @throws Exception whatever the method throws, or the refusal of its arguments or result
     */
    public Object call(InvocationContext call) throws Exception {
        Object[] arguments = call.getParameters();
        Object[] cleaned = validation.clean(call.getMethod(), arguments);
        if (cleaned != arguments) {
            call.setParameters(cleaned);
        }
        return validation.call(call.getTarget(), call.getMethod(), cleaned, call::proceed);
    }

    @PreDestroy
    void close() {
        validation.close();
    }

    /** Finds beans of the default qualifier. */
    private record InstanceLookup(Instance<Object> beans) implements BeanLookup {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            Instance<T> found = beans.select(type);
            return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
        }
    }
}
