package dev.tenon.fallback;

import dev.tenon.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Thousands of decisions of connect-history-api-fallback and its port to Koa, made of methods, paths, Accept headers and options. What it says
 * comes from the packages, which are asked again with each build.
 */
public final class ReferenceTable {
    /** In the table they are names; the script for Node has the same. */
    private static final Map<String, Function<RewriteContext, String>> FUNCTIONS = Map.of(
            "echo", context -> "/moved" + context.parsedUrl().pathname(),
            "capture", context -> "/page-" + context.match().group(1) + ".html",
            "search",
                    context -> "/found"
                            + (context.parsedUrl().search() == null
                                    ? ""
                                    : context.parsedUrl().search()));

    private final Map<String, Object> table;

    private ReferenceTable(Map<String, Object> table) {
        this.table = table;
    }

    /** Returns the table as it is kept. */
    @SuppressWarnings("unchecked")
    public static ReferenceTable read() throws IOException {
        try (InputStream in = ReferenceTable.class.getResourceAsStream("/fallback/references.json")) {
            return new ReferenceTable(
                    (Map<String, Object>) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** Returns every decision. */
    public Stream<Row> rows() {
        return lines().stream().flatMap(this::rows);
    }

    /** Returns the targets line by line; an empty text where the request passes. */
    List<List<String>> targets() {
        return lines().stream()
                .map(line -> rows(line).map(Row::target).toList())
                .toList();
    }

    private List<Map<String, Object>> lines() {
        return list(table.get("rows"));
    }

    private Stream<Row> rows(Map<String, Object> line) {
        List<String> urls = list(table.get("urls"));
        String answers = (String) line.get("answers");
        return IntStream.range(0, urls.size())
                .mapToObj(i -> new Row(
                        (String) line.get("mode"),
                        (String) line.get("options"),
                        (String) line.get("method"),
                        (String) line.get("accept"),
                        urls.get(i),
                        target(answers.charAt(i))));
    }

    private String target(char answer) {
        return answer == '.' ? "" : (String) ((Map<?, ?>) table.get("targets")).get(String.valueOf(answer));
    }

    FallbackOptions options(String mode, String name) {
        return options(mode, name, null);
    }

    /**
     * Returns the options that a row names.
     *
     * @param logger is told of every decision
     */
    public FallbackOptions options(String mode, String name, Consumer<String> logger) {
        Map<?, ?> named = (Map<?, ?>) ((Map<?, ?>) table.get("options")).get(name);
        FallbackOptions.Builder builder = FallbackOptions.builder()
                .mode(FallbackMode.valueOf(mode.toUpperCase(Locale.ROOT)))
                .logger(logger)
                .serve(false);
        named.forEach((option, value) -> set(builder, (String) option, value));
        return builder.build();
    }

    private static void set(FallbackOptions.Builder builder, String option, Object value) {
        switch (option) {
            case "index" -> builder.index((String) value);
            case "disableDotRule" -> builder.disableDotRule((Boolean) value);
            case "htmlAcceptHeaders" ->
                builder.htmlAcceptHeaders(ReferenceTable.<String>list(value).toArray(String[]::new));
            case "whiteList" ->
                builder.whiteList(ReferenceTable.<String>list(value).toArray(String[]::new));
            case "rewrites" ->
                builder.rewrites(ReferenceTable.<Map<String, String>>list(value).stream()
                        .map(ReferenceTable::rewrite)
                        .toArray(Rewrite[]::new));
            default -> throw new IllegalArgumentException(option);
        }
    }

    private static Rewrite rewrite(Map<String, String> rewrite) {
        String to = rewrite.get("to");
        return FUNCTIONS.containsKey(to)
                ? Rewrite.of(rewrite.get("from"), FUNCTIONS.get(to))
                : Rewrite.of(rewrite.get("from"), to);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }

    /**
     * One decision.
     *
     * @param accept null when the header is absent
     * @param target the page; empty where the request passes
     */
    public record Row(String mode, String options, String method, String accept, String url, String target) {}
}
