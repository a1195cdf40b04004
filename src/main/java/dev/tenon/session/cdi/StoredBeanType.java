package dev.tenon.session.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedMember;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.InjectionTarget;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A bean that lives in stored sessions. Its name is made of the class, or of the class and member that produce it, and of its qualifiers: the ids of Weld contain
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
        return new StoredBeanType<>(
                id, PREFIX + name(event.getAnnotated()) + qualifiers(bean), bean, injected(event), manager);
    }

    private static String name(Annotated annotated) {
        if (annotated instanceof AnnotatedMember<?> member) {
            String name = member.getDeclaringType().getJavaClass().getName() + "."
                    + member.getJavaMember().getName();
            return annotated instanceof AnnotatedCallable<?> callable ? name + parameters(callable) : name;
        }
        return ((AnnotatedType<?>) annotated).getJavaClass().getName();
    }

    /** In an order of their own; those that every bean has say nothing. */
    private static String qualifiers(Bean<?> bean) {
        return bean.getQualifiers().stream()
                .filter(found -> !(found instanceof Any || found instanceof Default))
                .map(StoredBeanType::qualifier)
                .sorted()
                .collect(Collectors.joining());
    }

    /** What an annotation says of itself differs from one JDK, and one container, to another. */
    private static String qualifier(Annotation found) {
        Class<? extends Annotation> type = found.annotationType();
        String members = Arrays.stream(type.getDeclaredMethods())
                .filter(member -> !member.isAnnotationPresent(Nonbinding.class))
                .map(member -> member.getName() + "=" + value(found, member))
                .sorted()
                .collect(Collectors.joining(",", "(", ")"));
        return "@" + type.getName() + (members.equals("()") ? "" : members);
    }

    private static Object value(Annotation found, Method member) {
        try {
            member.setAccessible(true); // an annotation may be package-private
            Object value = member.invoke(found);
            return value instanceof Object[] many ? Arrays.asList(many) : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + member, e);
        }
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

    /** Returns whether an object that CDI makes for this bean alone is stored with it, and so does not end with the request that made both. */
    boolean storesDependents() {
        return bean.getInjectionPoints().stream().anyMatch(point -> !point.isTransient() && isDependent(point));
    }

    private boolean isDependent(InjectionPoint point) {
        Annotation[] qualifiers = point.getQualifiers().toArray(Annotation[]::new);
        Bean<?> found = manager.resolve(manager.getBeans(point.getType(), qualifiers));
        return found == null || found.getScope() == Dependent.class;
    }

    /** Returns the fields that are injected and not stored. */
    List<Field> transientFields() {
        return bean.getInjectionPoints().stream()
                .filter(InjectionPoint::isTransient)
                .map(point -> (Field) point.getMember())
                .filter(field -> !field.getType().isPrimitive())
                .toList();
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
