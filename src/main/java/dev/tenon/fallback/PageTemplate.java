package dev.tenon.fallback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tenon.json.Json;
import java.util.Map;
import java.util.regex.Pattern;

/** A page with places for what differs between answers. Its bytes are taken for Latin-1, which keeps them; what is placed is ASCII, which fits any charset. */
final class PageTemplate {
    /** Characters that Latin-1 does not have stand for what differs. */
    private static final String NONCE = "\uE000";

    private static final String CONFIG = "\uE001";
    private static final Pattern BEYOND_ASCII = Pattern.compile("[<\\x7F-\\uFFFF]");

    private final String text;
    private final boolean changed;

    private PageTemplate(String text, boolean changed) {
        this.text = text;
        this.changed = changed;
    }

    static PageTemplate of(byte[] page, PageOptions options, BaseHref base) {
        String original = new String(page, ISO_8859_1);
        String text = base.place(original, options.base());
        if (options.cspNonce() != null) {
            text = text.replace(options.cspNonce(), NONCE);
        }
        if (options.configOf() != null) {
            text = withConfig(text, CONFIG);
        } else if (!options.config().isEmpty()) {
            text = withConfig(text, json(options.config()));
        }
        return new PageTemplate(text, !text.equals(original));
    }

    private static String withConfig(String page, String json) {
        return Markup.withBeforeScripts(page, "<script type=\"application/json\" id=\"config\">" + json + "</script>");
    }

    /** Returns JSON that ends no element and has no other charset. */
    static String json(Map<String, ?> values) {
        return BEYOND_ASCII.matcher(Json.write(values)).replaceAll(found -> "\\\\u%04x"
                .formatted((int) found.group().charAt(0)));
    }

    /** Returns whether the page is sent as it lies there. */
    boolean isPlain() {
        return !changed;
    }

    boolean hasConfig() {
        return text.contains(CONFIG);
    }

    byte[] render(String nonce, String config) {
        return text.replace(NONCE, nonce).replace(CONFIG, config).getBytes(ISO_8859_1);
    }
}
