package dev.tenon.fallback;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@code Link} header (RFC 8288) of the manifest that Vite writes: the scripts and styles that the entry of a page needs at once. */
final class PreloadLinks {
    private final Map<?, ?> manifest;
    private final String base;
    private final Map<String, String> links = new LinkedHashMap<>();

    private PreloadLinks(Map<?, ?> manifest, String base) {
        this.manifest = manifest;
        this.base = base;
    }

    /** Returns the header for a page; empty without a manifest, or when it does not name the page. */
    static Optional<String> of(ServletContext context, String page, String manifest) throws IOException {
        if (manifest == null) {
            return Optional.empty();
        }
        String folder = Paths.folder(page);
        Optional<StaticFile> file = StaticFile.find(context, folder + manifest.substring(1));
        return file.isPresent() ? of(file.get().bytes(), context.getContextPath() + folder, page) : Optional.empty();
    }

    static Optional<String> of(byte[] manifest, String base, String page) {
        try {
            Object tree = Json.parse(new String(manifest, StandardCharsets.UTF_8));
            return tree instanceof Map<?, ?> map ? new PreloadLinks(map, base).header(page) : Optional.empty();
        } catch (JsonException e) {
            FallbackLog.warn("The manifest beside " + page + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> header(String page) {
        entry(page).ifPresent(this::add);
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links.values()));
    }

    /** The entry is called by the path of the page in the sources; a build of one page has one entry. */
    private Optional<Object> entry(String page) {
        List<Map.Entry<String, Object>> entries = manifest.entrySet().stream()
                .filter(entry ->
                        entry.getValue() instanceof Map<?, ?> chunk && Boolean.TRUE.equals(chunk.get("isEntry")))
                .map(entry -> Map.entry((String) entry.getKey(), (Object) entry.getValue()))
                .toList();
        Optional<Object> named = entries.stream()
                .filter(entry -> page.endsWith("/" + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return named.isEmpty() && entries.size() == 1
                ? Optional.of(entries.get(0).getValue())
                : named;
    }

    private void add(Object chunk) {
        if (chunk instanceof Map<?, ?> map && map.get("file") instanceof String file && !links.containsKey(file)) {
            links.put(file, link(file, file.endsWith(".css") ? "preload; as=style" : "modulepreload"));
            list(map.get("css")).forEach(css -> links.put((String) css, link((String) css, "preload; as=style")));
            list(map.get("imports")).forEach(name -> add(manifest.get(name)));
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private String link(String file, String relation) {
        return "<" + Paths.encoded(base + file) + ">; rel=" + relation + "; crossorigin";
    }
}
