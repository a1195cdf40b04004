package dev.tenon.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values put together by the steps that lead to them, for a record to be made of. */
final class Tree {
    private final Branch root = Branch.of(Map.of());

    /** Puts a value at the end of the steps; of two at one place the later one counts. */
    void put(List<Object> steps, Object value) {
        Branch branch = root;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            branch = branch.enter(step);
        }
        branch.put(steps.get(steps.size() - 1), value);
    }

    /** Takes away what stands at the end of the steps. */
    void remove(List<Object> steps) {
        Branch branch = root;
        for (Object step : steps.subList(0, steps.size() - 1)) {
            if (!branch.hasOthersAt(step)) {
                return;
            }
            branch = branch.enter(step);
        }
        branch.remove(steps.get(steps.size() - 1));
    }

    /** Returns maps, and lists where all steps at a place are the indexes from 0 on. */
    Map<String, Object> build() {
        return root.map();
    }

    /** A place with others in it. */
    private static final class Branch {
        private final Map<Object, Object> members = new LinkedHashMap<>();
        private final boolean wasMap;
        private final boolean wasList;

        private Branch(Object before) {
            wasMap = before instanceof Map<?, ?>;
            wasList = before instanceof List<?>;
        }

        /** Returns a branch of what stands there already, so that a part of it can be put anew. */
        static Branch of(Object before) {
            Branch branch = new Branch(before);
            if (before instanceof Map<?, ?> map) {
                branch.members.putAll(map);
            } else if (before instanceof List<?> items) {
                items.forEach(item -> branch.members.put(branch.members.size(), item));
            }
            return branch;
        }

        Branch enter(Object step) {
            Object next = members.get(key(step));
            if (next instanceof Branch branch) {
                return branch;
            }
            Branch branch = of(next);
            members.put(key(step), branch);
            return branch;
        }

        boolean hasOthersAt(Object step) {
            Object next = members.get(key(step));
            return next instanceof Branch || next instanceof Map<?, ?> || next instanceof List<?>;
        }

        void put(Object step, Object value) {
            members.put(key(step), value);
        }

        void remove(Object step) {
            members.remove(key(step));
        }

        /** In a map an index is a name. */
        private Object key(Object step) {
            return wasMap ? step.toString() : step;
        }

        private Object built() {
            return isList() ? list() : map();
        }

        /** A list that elements were taken from is a list, too. */
        private boolean isList() {
            if (wasList) {
                return members.keySet().stream().allMatch(Integer.class::isInstance);
            }
            for (int i = 0; i < members.size(); i++) {
                if (!members.containsKey(i)) {
                    return false;
                }
            }
            return !members.isEmpty();
        }

        private List<Object> list() {
            List<Object> all = new ArrayList<>(members.size());
            new TreeMap<>(members).values().forEach(value -> all.add(plain(value)));
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
