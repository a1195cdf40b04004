package dev.tenon.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a source has and nobody asked for. */
final class UnknownFields {
    private final Check check;
    private final Source source;
    private final List<Violation> found = new ArrayList<>();

    private UnknownFields(Check check, Source source) {
        this.check = check;
        this.source = source;
    }

    /** Returns the errors, of the body first; of the query only where anything of it was asked for. */
    static List<Violation> refused(Check check) {
        List<Violation> all = new ArrayList<>(in(check, check.sources().body()));
        boolean query =
                check.fields().stream().anyMatch(field -> field.source.in().equals("query"));
        if (query) {
            all.addAll(in(check, check.sources().query()));
        }
        return all;
    }

    /** Returns the errors of what the body has more than once, and nobody asked for; where unknown fields are handed out. */
    static List<Violation> repeated(Check check) {
        Source body = check.sources().body();
        Map<String, Object> unasked = new LinkedHashMap<>(body.values());
        check.fields().forEach(field -> unasked.remove(field.name()));
        return unasked.keySet().stream()
                .filter(name -> unasked.get(name) == Values.REPEATED)
                .limit(check.options().maxErrors())
                .map(name -> Refusal.of(check, body, name, null, "duplicate", Map.of(), null))
                .toList();
    }

    private static List<Violation> in(Check check, Source source) {
        UnknownFields search = new UnknownFields(check, source);
        Known known = new Known();
        check.fields().stream().filter(field -> field.source == source).forEach(known::add);
        search.walk(source.tree(), known, new ArrayList<>());
        return search.found;
    }

    private void walk(Object value, Known known, List<Object> path) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> visit(name, member, known, path));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                visit(i, items.get(i), known, path);
            }
        }
    }

    private void visit(Object step, Object value, Known known, List<Object> path) {
        path.add(step);
        Known next = known.at(step);
        if (next == null && found.size() < check.options().maxErrors()) {
            found.add(Refusal.of(check, source, JsonPointer.name(path), path, "unknown", Map.of(), null));
        } else if (next != null && !next.whole) {
            walk(value, next, path);
        }
        path.remove(path.size() - 1);
    }

    /** The places that were asked for, as a tree of their steps. */
    private static final class Known {
        private final Map<Object, Known> next = new HashMap<>();
        private boolean whole;

        void add(Field field) {
            Known place = this;
            for (Object step : field.place()) {
                place = place.next.computeIfAbsent(step.toString(), any -> new Known());
            }
            place.whole = true;
        }

        Known at(Object step) {
            Known exact = next.get(step.toString());
            return exact == null ? next.get(FieldName.EACH) : exact;
        }
    }
}
