package dev.tenon.session.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * A bean that lives in stored sessions. Its name is made of the class, or of the class and member that produce it: the ids of Weld contain
 * the name of the archive and numbers that change with the next release.
 *
 * @param id what CDI calls it in this run
 * @param name what it is called in stored sessions
 * @param annotated the class into which CDI injects; empty for what a producer made
 */
record StoredBeanType<T>(
        String id, String name, Bean<T> bean, Optional<AnnotatedType<T>> annotated, BeanManager manager) {

    private static final String PREFIX = "dev.tenon.bean.";

    static <T> StoredBeanType<T> of(ProcessBean<T> event, BeanManager manager) {
        Bean<T> bean = event.getBean();
        String id = ((PassivationCapable) bean).getId();
        return new StoredBeanType<>(id, PREFIX + name(event.getAnnotated()), bean, injected(event), manager);
    }

    private static String name(Annotated annotated) {
        if (annotated instanceof AnnotatedMember<?> member) {
            String name = member.getDeclaringType().getJavaClass().getName() + "."
                    + member.getJavaMember().getName();
            return annotated instanceof AnnotatedCallable<?> callable ? name + parameters(callable) : name;
        }
        return ((AnnotatedType<?>) annotated).getJavaClass().getName();
    }

    private static List<String> parameters(AnnotatedCallable<?> callable) {
        return callable.getParameters().stream()
                .map(Annotated::getBaseType)
                .map(Type::getTypeName)
                .toList();
    }

    @SuppressWarnings("unchecked") // an event of a bean of T
    private static <T> Optional<AnnotatedType<T>> injected(ProcessBean<T> event) {
        return event instanceof ProcessManagedBean<?> managed
                ? Optional.of((AnnotatedType<T>) managed.getAnnotatedBeanClass())
                : Optional.empty();
    }

    StoredBean<T> create(CreationalContext<T> context) {
        return new StoredBean<>(this, bean.create(context), context);
    }

    CreationalContext<T> context() {
        return manager.createCreationalContext(bean);
    }

    /** An instance with everything that is injected, and without a life of its own; empty for what a producer made. */
    Optional<T> injectedInstance(CreationalContext<T> context) {
        return annotated.map(type -> {
            InjectionTarget<T> target = manager.getInjectionTargetFactory(type).createInjectionTarget(bean);
            T instance = target.produce(context);
            target.inject(instance, context);
            return instance;
        });
    }
}
