package dev.tenon.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builds the tree of one text with a stack of its own. */
final class JsonReader {
    /** Beyond all that is measured or counted: a double ends at 1e308. */
    private static final int MAX_SCALE = 10_000;

    private static final Map<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

    private final JsonParser parser;
    private final JsonLimits limits;
    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private Object root;

    private JsonReader(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    static Object read(String text, JsonLimits limits) {
        try (JsonParser parser =
                FACTORIES.computeIfAbsent(limits, JsonReader::factory).createParser(text)) {
            return new JsonReader(parser, limits).readAll();
        } catch (IOException | NumberFormatException e) { // the latter for an exponent beyond every BigDecimal
            throw new JsonException("not the JSON that is allowed: " + firstLine(e), e);
        }
    }

    private static JsonFactory factory(JsonLimits limits) {
        return JsonFactory.builder()
                .recyclerPool(JsonBuffers.POOL)
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, !limits.duplicateKeys())
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
                .streamReadConstraints(constraints(limits))
                // The names of clients are endless: a table of them would grow, and interned ones would stay.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    private static StreamReadConstraints constraints(JsonLimits limits) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(limits.maxDepth())
                .maxStringLength(limits.maxStringLength())
                .maxNameLength(limits.maxStringLength())
                .maxNumberLength(limits.maxNumberLength())
                .build();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Object readAll() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonException("an empty text is no JSON", null);
        }
        while (token != null) {
            accept(token);
            token = parser.nextToken();
            if (open.isEmpty() && token != null) {
                throw new JsonException("more than one JSON value", null);
            }
        }
        return root;
    }

    private void accept(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> enter(new LinkedHashMap<String, Object>());
            case START_ARRAY -> enter(new ArrayList<>());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> names.push(parser.currentName());
            default -> add(scalar(token));
        }
    }

    private void enter(Object container) {
        add(container);
        open.push(container);
    }

    @SuppressWarnings("unchecked") // the containers are made here
    private void add(Object value) {
        Object parent = open.peek();
        if (parent == null) {
            root = value;
        } else if (parent instanceof List) {
            Collection<Object> items = (Collection<Object>) parent;
            bound(items.size(), limits.maxItems(), "elements in an array");
            items.add(value);
        } else {
            Map<String, Object> members = (Map<String, Object>) parent;
            bound(members.size(), limits.maxKeys(), "keys in an object");
            members.put(names.pop(), value);
        }
    }

    private static void bound(int size, int max, String what) {
        if (size >= max) {
            throw new JsonException("more than " + max + " " + what, null);
        }
    }

    private Object scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> bounded(parser.getDecimalValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Java itself cannot round, strip or write out a number of any exponent without an exception, or without filling the memory. */
    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new JsonException("a number with an exponent beyond " + MAX_SCALE, null);
        }
        return number;
    }
}
