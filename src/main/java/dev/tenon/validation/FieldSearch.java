package dev.tenon.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the value of a name: of this very name, or at the end of its steps, or at the ends of many. */
final class FieldSearch {
    private FieldSearch() {}

    static Field find(Check check, Source source, String name) {
        Object found = source.find(name);
        if (found != Source.ABSENT || !FieldName.isPath(name)) {
            return of(check, source, name, null, found);
        }
        List<Object> steps = FieldName.parse(name);
        if (steps.contains(FieldName.EACH)) {
            List<Field> elements = new ArrayList<>();
            FieldName.expand(
                    source.tree(), steps, path -> elements.add(at(check, source, JsonPointer.name(path), path)));
            return new Field(check, source, name, steps, Source.ABSENT).over(elements);
        }
        return at(check, source, name, steps);
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
