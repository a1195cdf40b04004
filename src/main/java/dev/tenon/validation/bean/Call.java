package dev.tenon.validation.bean;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;

/** One call of a bean's method. */
record Call(Object target, Method method) {
    /** Returns whether the method reads a property (Jakarta Bean Validation 3.0, section 6.1.1), which is not validated when called. */
    boolean isGetter() {
        String name = method.getName();
        Class<?> result = method.getReturnType();
        return method.getParameterCount() == 0
                && ((name.startsWith("get") && result != void.class)
                        || (name.startsWith("is") && result == boolean.class));
    }

    /** Returns whether the violation is one of this call's arguments, not of its result, nor of a call inside the method. */
    boolean isAboutArguments(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        return violation.getRootBean() == target
                && nodes.hasNext()
                && isMethod(nodes.next())
                && nodes.hasNext()
                && isArgument(nodes.next().getKind());
    }

    private boolean isMethod(Path.Node node) {
        return node.getKind() == ElementKind.METHOD
                && node.getName().equals(method.getName())
                && node.as(Path.MethodNode.class).getParameterTypes().equals(List.of(method.getParameterTypes()));
    }

    private static boolean isArgument(ElementKind kind) {
        return kind == ElementKind.PARAMETER || kind == ElementKind.CROSS_PARAMETER;
    }
}
