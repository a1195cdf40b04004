package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Finds the value of a name: of this very name, or at the end of its steps, or at the ends of many. */
final class FieldSearch {
    private FieldSearch() {}

    static Field find(Check check, Source source, String name) {
        Object found = source.find(name);
        List<Object> steps = found == Source.ABSENT ? steps(source, name) : List.of();
        if (steps.isEmpty()) {
            return of(check, source, name, null, found);
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
        if (steps.isEmpty() || source.find(name) != Source.ABSENT) {
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

    /** Returns the steps of a name that no value has, but that leads inside one; none where it can be no more than a name. */
    private static List<Object> steps(Source source, String name) {
        return FieldName.isPath(name) || source.hasInside(name) ? FieldName.parse(name) : List.of();
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
