package dev.tenon.fallback;

import java.util.Locale;
import java.util.Set;

/** What the text of a path tells. */
final class Paths {
    /** Extensions of files that a page loads or a reader downloads: a route does not end so, and such a file that is missing is missing. */
    private static final Set<String> ASSETS =
            Set.of(("js mjs cjs css map json xml txt csv md html htm xhtml webmanifest wasm "
                            + "png jpg jpeg gif webp avif svg ico bmp tif tiff heic "
                            + "woff woff2 ttf otf eot mp3 mp4 m4a m4v webm ogg ogv wav flac mov avi "
                            + "pdf zip gz br tgz tar 7z rar exe dmg apk doc docx xls xlsx ppt pptx php asp aspx jsp cgi env")
                    .split(" "));

    private Paths() {}

    static String absolute(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("'" + path + "' must begin with a slash");
        }
        return path;
    }

    static String page(String path) {
        String upper = absolute(path).toUpperCase(Locale.ROOT);
        if (upper.startsWith("/WEB-INF/") || upper.startsWith("/META-INF/")) {
            throw new IllegalArgumentException("'" + path + "' must be a page that browsers may ask for");
        }
        return path;
    }

    static boolean isWithin(String path, String root) {
        String folder = root.endsWith("/") ? root : root + "/";
        return path.equals(root) || path.startsWith(folder);
    }

    /** Whether the last segment ends like a file; {@code jane.doe} and {@code v1.2} do not. */
    static boolean isAsset(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot >= 0 && ASSETS.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a segment begins with a dot: {@code .well-known}, {@code .git}, and {@code ..}, which Undertow does not resolve. */
    static boolean hasDotSegment(String path) {
        return path.contains("/.");
    }
}
