package dev.tenon.validation.bean;

import dev.tenon.validation.JsonPointer;
import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where in a bean, or among the arguments of a method, a violation is. Made from the nodes of the path, since its text holds the method, {@code
 * arg0} and nodes in angle brackets.
 *
 * @param parameter the position of the parameter; -1 for a rule about several of them, and in a bean
 * @param in where the value came from
 * @param steps the name of the parameter, or its position where javac kept no names; then names, indexes and keys
 * @param ranks for each step how far down its declaration stands; 0 for indexes and keys
 */
record Place(int parameter, String in, List<Object> steps, List<Integer> ranks) {
    /** The order of declaration; indexes count as numbers. */
    static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::parameter).thenComparing(Place::compareSteps);

    static Place of(Path path, Method method, Object... arguments) {
        int parameter = -1;
        Walk walk = new Walk(null);
        String in = "argument";
        for (Path.Node node : path) {
            walk.enter(node);
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.as(Path.ParameterNode.class).getParameterIndex();
                Source source = Source.of(method.getParameters()[parameter], parameter);
                in = source.in();
                walk.begin(source.name(), arguments[parameter]);
            } else if (node.getKind() == ElementKind.PROPERTY) {
                walk.property(node.getName());
            } // the method, beans as such, elements of containers have no name of their own
        }
        return new Place(parameter, in, List.copyOf(walk.steps), List.copyOf(walk.ranks));
    }

    /** @param before the steps to the bean */
    static Place of(Path path, Object bean, List<Object> before) {
        Walk walk = new Walk(bean);
        before.forEach(step -> walk.add(step, 0));
        for (Path.Node node : path) {
            walk.enter(node);
            if (node.getKind() == ElementKind.PROPERTY) {
                walk.property(node.getName());
            }
        }
        return new Place(-1, "body", List.copyOf(walk.steps), List.copyOf(walk.ranks));
    }

    /** Returns the place as people write it, such as {@code form.items[0].qty}. */
    String name() {
        return JsonPointer.name(steps);
    }

    String pointer() {
        return JsonPointer.of(steps);
    }

    Violation violation(String code, Catalogue catalogue) {
        return violation(code, catalogue.say(code, name(), Map.of()), Map.of());
    }

    Violation violation(String code, String message, Map<String, Object> params) {
        boolean pointed = in.equals("body") || in.equals("argument");
        return new Violation(in, name(), code, message, pointed ? pointer() : null, params);
    }

    private int compareSteps(Place other) {
        for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
            int order = Integer.compare(ranks.get(i), other.ranks.get(i));
            order = order == 0 ? compare(steps.get(i), other.steps.get(i)) : order;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(steps.size(), other.steps.size());
    }

    private static int compare(Object one, Object other) {
        if (one instanceof Integer a && other instanceof Integer b) {
            return a.compareTo(b);
        }
        return one.toString().compareTo(other.toString());
    }

    /** Follows the path through the objects, to learn in which order their properties were declared. */
    private static final class Walk {
        private final List<Object> steps = new ArrayList<>();
        private final List<Integer> ranks = new ArrayList<>();
        private Object at;

        Walk(Object bean) {
            at = bean;
        }

        void begin(Object name, Object argument) {
            if (name != null) {
                add(name, 0);
            }
            at = argument;
        }

        /** Steps into the container that the node says it is in. */
        void enter(Path.Node node) {
            if (node.getIndex() != null) {
                add(node.getIndex(), 0);
                at = Properties.element(at, node.getIndex());
            } else if (node.getKey() != null) {
                add(node.getKey().toString(), 0);
                at = Properties.member(at, node.getKey());
            }
        }

        void property(String name) {
            add(name, Properties.rank(at, name));
            at = Properties.value(at, name);
        }

        private void add(Object step, int rank) {
            steps.add(step);
            ranks.add(rank);
        }
    }
}
