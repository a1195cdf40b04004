package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds the value of a name: of this very name, or at the end of its steps, or at the ends of many. */
final class FieldSearch {
    private FieldSearch() {}

    static Field find(Check check, Source source, String name) {
        List<Object> steps = steps(source, name);
        if (steps == null) {
            return of(check, source, name, null, source.find(name));
        }
        if (steps.contains(FieldName.EACH)) {
            List<Field> elements = new ArrayList<>();
            FieldName.expand(
                    source.tree(), steps, path -> elements.add(at(check, source, JsonPointer.name(path), path)));
            return new Field(check, source, name, steps, Source.ABSENT).over(elements);
        }
        return at(check, source, name, steps);
    }

    /** Returns whether the name leads to a value. */
    static boolean leads(Source source, String name) {
        List<Object> steps = steps(source, name);
        if (steps == null) {
            return source.find(name) != Source.ABSENT;
        }
        AtomicBoolean found = new AtomicBoolean();
        FieldName.expand(source.tree(), steps, path -> {
            if (FieldName.walk(source.tree(), path) != Source.ABSENT) {
                found.set(true);
            }
        });
        return found.get();
    }

    /** Returns the steps of a name that leads inside; null where it is the name of a value, or can be no more than that. */
    private static List<Object> steps(Source source, String name) {
        boolean inside = source.find(name) == Source.ABSENT && (FieldName.isPath(name) || source.hasInside(name));
        List<Object> steps = inside ? FieldName.parse(name) : List.of();
        return steps.isEmpty() ? null : steps;
    }

    private static Field at(Check check, Source source, String name, List<Object> path) {
        return of(check, source, name, path, FieldName.walk(source.tree(), path));
    }

    private static Field of(Check check, Source source, String name, List<Object> path, Object found) {
        Field field = new Field(check, source, name, path, found);
        if (check.options().repeated() == Repeated.REFUSE && source.isTextual() && Values.hasRepeated(found)) {
            field.refuse("duplicate", Map.of(), null, true);
        }
        return field;
    }
}
