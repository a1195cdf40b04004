package dev.tenon.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What forms and query strings bring, as JSON would have it: one text, or a list where the name is repeated. */
final class Values {
    private Values() {}

    static Map<String, Object> of(Map<String, List<String>> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, all) -> {
            if (!all.isEmpty()) {
                values.put(name, all.size() == 1 ? all.get(0) : List.copyOf(all));
            }
        });
        return values;
    }
}
