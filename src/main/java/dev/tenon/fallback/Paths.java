package dev.tenon.fallback;

import java.net.URI;
import java.net.URISyntaxException;
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

    /** Extensions of what a container runs, or includes in what it runs. */
    private static final Set<String> PROGRAMS = Set.of("jsp", "jspx", "jspf", "tag", "tagx", "tagf");

    private static final Set<String> HIDDEN = Set.of("2e", "2f", "5c", "00");

    private Paths() {}

    /** @throws IllegalArgumentException if the path does not begin with a slash */
    static String absolute(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("'" + path + "' must begin with a slash");
        }
        return path;
    }

    /** @throws IllegalArgumentException if the path does not begin with a slash, or points into {@code WEB-INF} or {@code META-INF} */
    static String page(String path) {
        if (!isPublic(absolute(path))) {
            throw new IllegalArgumentException("'" + path + "' must be a page that browsers may ask for");
        }
        return path;
    }

    /** Whether browsers may see what a path leads to, however the path was made. */
    static boolean isPublic(String path) {
        String way = withoutQuery(path).toUpperCase(Locale.ROOT);
        return way.startsWith("/")
                && !isDevious(way)
                && !way.contains("//")
                && !isWithin(way, "/WEB-INF")
                && !isWithin(way, "/META-INF");
    }

    /** Whether browsers may see what a container that is told to forward there makes of it: it decodes once more, and drops path parameters. */
    static boolean isPublicTarget(String target) {
        return isPublic(target) && withoutQuery(target).chars().noneMatch(c -> c == '%' || c == ';');
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    static boolean isWithin(String path, String root) {
        if (root.endsWith("/")) {
            return path.startsWith(root) || (path.length() == root.length() - 1 && root.startsWith(path));
        }
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    /** Returns the folder of a page, which ends with a slash. */
    static String folder(String page) {
        return page.substring(0, page.lastIndexOf('/') + 1);
    }

    /** Whether the last segment ends like a file; {@code jane.doe} and {@code v1.2} do not. */
    static boolean isAsset(String path) {
        return ASSETS.contains(extension(path));
    }

    /** Whether its text is nobody's business. Open Liberty 26.0.0.3 finds a file also behind a slash at the end of the path. */
    static boolean isProgram(String path) {
        return path.endsWith("/") || PROGRAMS.contains(extension(path));
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether the path is one that machines look for on every site, or a source map. */
    static boolean isWellKnown(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return last.equals("robots.txt") || last.startsWith("favicon.") || last.endsWith(".map");
    }

    /** Whether a segment begins with a dot, such as {@code .well-known} or {@code .git}. */
    static boolean isHidden(String path) {
        return path.contains("/.");
    }

    /**
     * Whether the path, decoded once, still leads up or hides a separator. Undertow resolves neither {@code ..} nor {@code %2F} before a filter,
     * Tomcat and Jetty do, or refuse.
     */
    static boolean isDevious(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c == '\\' || c == 0x7f || (c == '%' && hides(path, i)) || (c == '.' && isDots(path, i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a separator, a dot or a NUL is encoded there. */
    private static boolean hides(String path, int percent) {
        return HIDDEN.contains(path.substring(percent + 1, Math.min(percent + 3, path.length()))
                .toLowerCase(Locale.ROOT));
    }

    /** Whether a segment that is one dot or two begins there, also one with a parameter that was encoded. */
    private static boolean isDots(String path, int at) {
        if (at == 0 || path.charAt(at - 1) != '/') {
            return false;
        }
        int end = path.startsWith("..", at) ? at + 2 : at + 1;
        return end == path.length() || path.charAt(end) == '/' || path.charAt(end) == ';';
    }

    /** Returns the path as a URL has it. */
    static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString().replace("'", "%27");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' is no path", e);
        }
    }
}
