package dev.tenon.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values put together by the steps that lead to them, for a record to be made of. */
final class Tree {
    private final Branch root = new Branch();

    /** Puts a value at the end of the steps; of two at one place the later one counts. */
    void put(List<Object> steps, Object value) {
        parent(steps).members.put(steps.get(steps.size() - 1), value);
    }

    /** Makes sure that there is something around what may stand at the end of the steps. */
    void around(List<Object> steps) {
        parent(steps);
    }

    boolean has(List<Object> steps) {
        return parent(steps).members.containsKey(steps.get(steps.size() - 1));
    }

    private Branch parent(List<Object> steps) {
        Branch branch = root;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            Object next = branch.members.get(step);
            if (!(next instanceof Branch)) {
                next = Branch.of(next);
                branch.members.put(step, next);
            }
            branch = (Branch) next;
        }
        return branch;
    }

    /** Returns maps, and lists where all steps at a place are the indexes from 0 on. */
    Map<String, Object> build() {
        return root.map();
    }

    /** A place with others in it. */
    private static final class Branch {
        private final Map<Object, Object> members = new LinkedHashMap<>();

        /** Returns a branch of what stands there already, so that a part of it can be put anew. */
        static Branch of(Object before) {
            Branch branch = new Branch();
            if (before instanceof Map<?, ?> map) {
                branch.members.putAll(map);
            } else if (before instanceof List<?> items) {
                items.forEach(item -> branch.members.put(branch.members.size(), item));
            }
            return branch;
        }

        private Object built() {
            return isList() ? list() : map();
        }

        private boolean isList() {
            for (int i = 0; i < members.size(); i++) {
                if (!members.containsKey(i)) {
                    return false;
                }
            }
            return !members.isEmpty();
        }

        private List<Object> list() {
            List<Object> all = new ArrayList<>(members.size());
            for (int i = 0; i < members.size(); i++) {
                all.add(plain(members.get(i)));
            }
            return all;
        }

        Map<String, Object> map() {
            Map<String, Object> all = new LinkedHashMap<>();
            members.forEach((step, value) -> all.put(step.toString(), plain(value)));
            return all;
        }

        private static Object plain(Object value) {
            return value instanceof Branch branch ? branch.built() : value;
        }
    }
}
