package dev.tenon.fallback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tenon.kernel.web.Validators;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as it was read from its file, made ready to be sent. Immutable. */
final class PageContent {
    private static final Pattern CHARSET =
            Pattern.compile("<meta\\b[^>]*?charset\\s*=\\s*[\"']?\\s*([\\w:-]+)", Pattern.CASE_INSENSITIVE);

    /** Where a browser, too, looks for the charset (HTML, section 13.2.3.2). */
    private static final int PRESCAN = 1024;

    private final StaticFile file;
    private final PageTemplate template;
    private final String type;
    private final byte[] body;
    private final Validators validators;
    private final Map<Coding, byte[]> coded;
    private final Optional<String> links;

    /** @param started when the application started, in milliseconds: what its configuration says may be new since then */
    PageContent(ServletContext context, String path, StaticFile file, PageOptions options, long started)
            throws IOException {
        byte[] bytes = file.bytes();
        this.file = file;
        template = PageTemplate.of(bytes, options, new BaseHref(context.getContextPath(), Paths.folder(path)));
        type = type(bytes);
        body = template.isPlain() ? bytes : template.render("", "");
        long lastModified = options.config().isEmpty() ? file.lastModified() : Math.max(started, file.lastModified());
        validators = validators(body, lastModified);
        coded = template.isPlain() ? coded(context, path) : Map.of();
        links = PreloadLinks.of(context, path, options.manifest());
    }

    /** Its tag is weak: a container that compresses leaves strong ones alone. */
    static Validators validators(byte[] body, long lastModified) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new Validators("W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"", lastModified);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String type(byte[] page) {
        Matcher charset = CHARSET.matcher(new String(page, 0, Math.min(page.length, PRESCAN), ISO_8859_1));
        return "text/html;charset=" + (charset.find() ? charset.group(1).toUpperCase(Locale.ROOT) : "UTF-8");
    }

    private static Map<Coding, byte[]> coded(ServletContext context, String path) throws IOException {
        Map<Coding, byte[]> coded = new EnumMap<>(Coding.class);
        for (Coding coding : Coding.values()) {
            Optional<StaticFile> sibling = StaticFile.find(context, path + coding.extension());
            if (sibling.isPresent()) {
                coded.put(coding, sibling.get().bytes());
            }
        }
        return coded;
    }

    /** Returns what was read. */
    StaticFile file() {
        return file;
    }

    /** Returns what is sent, with places for what differs. */
    PageTemplate template() {
        return template;
    }

    /** Returns the media type with the charset that the page declares. */
    String type() {
        return type;
    }

    /** Returns what is sent where nothing differs. */
    byte[] body() {
        return body;
    }

    /** Returns the validators of that body. */
    Validators validators() {
        return validators;
    }

    /** Returns the body as the build compressed it; empty if the page is changed. */
    Map<Coding, byte[]> coded() {
        return coded;
    }

    /** Returns the {@code Link} header; empty for none. */
    Optional<String> links() {
        return links;
    }
}
