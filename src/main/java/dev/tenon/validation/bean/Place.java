package dev.tenon.validation.bean;

import dev.tenon.validation.JsonPointer;
import dev.tenon.validation.Param;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where among the arguments of a method a violation is. Made from the nodes of the path, since its text holds the method, {@code arg0} and
 * nodes in angle brackets.
 *
 * @param parameter the position of the parameter; -1 for a rule about several of them
 * @param steps the name of the parameter, or its position where javac kept no names; then names, indexes and keys
 */
record Place(int parameter, List<Object> steps) {
    /** The order of declaration, then of names; indexes count as numbers. */
    static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::parameter).thenComparing(Place::steps, Place::compare);

    static Place of(Path path, Method method) {
        int parameter = -1;
        List<Object> steps = new ArrayList<>();
        for (Path.Node node : path) {
            addContainerStep(node, steps);
            switch (node.getKind()) {
                case PARAMETER -> {
                    parameter = node.as(Path.ParameterNode.class).getParameterIndex();
                    steps.add(nameOf(method.getParameters()[parameter], parameter));
                }
                case PROPERTY -> steps.add(node.getName());
                default -> {} // the method, beans as such, elements of containers: they have no name of their own
            }
        }
        return new Place(parameter, List.copyOf(steps));
    }

    private static void addContainerStep(Path.Node node, List<Object> steps) {
        if (node.getIndex() != null) {
            steps.add(node.getIndex());
        } else if (node.getKey() != null) {
            steps.add(node.getKey().toString());
        }
    }

    private static Object nameOf(Parameter parameter, int position) {
        Param named = parameter.getAnnotation(Param.class);
        if (named != null) {
            return named.value();
        }
        return parameter.isNamePresent() ? parameter.getName() : position;
    }

    /** Returns the place as people write it, such as {@code form.items[0].qty}. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                name.append('[').append(step).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }

    String pointer() {
        return JsonPointer.of(steps);
    }

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Integer a && other instanceof Integer b) {
            return a.compareTo(b);
        }
        return one.toString().compareTo(other.toString());
    }
}
