package dev.tenon.fallback;

import jakarta.servlet.ServletContext;
import java.util.Locale;
import java.util.Map;

/** The types of what a build makes, which browsers are strict about and servers do not all know. */
final class ContentTypes {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    private ContentTypes() {}

    static String of(ServletContext context, String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String known = KNOWN.get(extension);
        String type = known == null ? context.getMimeType(path) : known;
        return type == null ? "application/octet-stream" : type;
    }
}
