package dev.tenon.upload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds what multer calls {@code req.body}: maps, lists and texts, nested as the names of the fields say (W3C HTML JSON form submission,
 * section 3.3). Where names contradict each other nothing is lost: a list meets a key and becomes a map, a text meets a key and stands under the
 * empty one.
 */
final class NestedFields {
    private final Branch root = new Branch(false);

    void add(String name, String text) {
        FieldPath path = FieldPath.of(name);
        List<Object> steps = new ArrayList<>(path.steps());
        steps.add(0, path.key());
        Branch branch = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            branch = branch.child(steps.get(i), steps.get(i + 1) instanceof Integer);
        }
        Object last = steps.get(steps.size() - 1);
        if (path.append()) {
            branch.child(last, true).append(text);
        } else {
            branch.set(last, text);
        }
    }

    Map<String, Object> build() {
        return root.map();
    }

    /** A map or a list in the making; a list that is given a key turns into a map. */
    private static final class Branch {
        private final TreeMap<Integer, Object> elements = new TreeMap<>();
        private final Map<String, Object> members = new LinkedHashMap<>();
        private boolean list;

        Branch(boolean list) {
            this.list = list;
        }

        Branch child(Object step, boolean list) {
            Object before = get(step);
            if (before instanceof Branch branch) {
                return branch;
            }
            Branch child = new Branch(list);
            if (before != null) {
                child.keep(before);
            }
            put(step, child);
            return child;
        }

        /** Takes in what stood here as a plain text, or as several. */
        private void keep(Object before) {
            if (list) {
                append(before);
            } else {
                put("", before);
            }
        }

        void set(Object step, Object value) {
            Object before = get(step);
            if (before instanceof Branch branch) {
                branch.addHere(value);
            } else if (before == null) {
                put(step, value);
            } else {
                Branch both = new Branch(true);
                both.append(before);
                both.append(value);
                put(step, both);
            }
        }

        private void addHere(Object value) {
            if (list) {
                append(value);
            } else {
                set("", value);
            }
        }

        void append(Object value) {
            if (list) {
                put(elements.isEmpty() ? 0 : elements.lastKey() + 1, value);
            } else {
                set("", value);
            }
        }

        private Object get(Object step) {
            return list && step instanceof Integer ? elements.get(step) : members.get(step.toString());
        }

        private void put(Object step, Object value) {
            if (list && step instanceof Integer index) {
                elements.put(index, value);
            } else {
                becomeMap();
                members.put(step.toString(), value);
            }
        }

        private void becomeMap() {
            list = false;
            elements.forEach((index, value) -> members.put(index.toString(), value));
            elements.clear();
        }

        private Object built() {
            return list ? list() : map();
        }

        private List<Object> list() {
            List<Object> all =
                    new ArrayList<>(Collections.nCopies(elements.isEmpty() ? 0 : elements.lastKey() + 1, null));
            elements.forEach((index, value) -> all.set(index, plain(value)));
            return Collections.unmodifiableList(all);
        }

        Map<String, Object> map() {
            Map<String, Object> all = new LinkedHashMap<>();
            members.forEach((name, value) -> all.put(name, plain(value)));
            return Collections.unmodifiableMap(all);
        }

        private static Object plain(Object value) {
            return value instanceof Branch branch ? branch.built() : value;
        }
    }
}
