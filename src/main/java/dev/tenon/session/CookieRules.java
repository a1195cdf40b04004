package dev.tenon.session;

import dev.tenon.session.SessionOptions.SameSite;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which cookies browsers take (RFC 6265bis, sections 4.1.3 and 5.6); one that they would drop without a word is a mistake. */
final class CookieRules {
    private static final Pattern NAME = Pattern.compile("[!-~&&[^=;,\"\\\\]]+");
    private static final Pattern PATH = Pattern.compile("/[ -~&&[^;]]*");
    private static final Pattern VALUE = Pattern.compile("[ -~&&[^;]]*");
    private static final Pattern DOMAIN = Pattern.compile("\\.?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private CookieRules() {}

    static String name(String name) {
        return matching(NAME, "key", name, "a name of visible ASCII characters without = ; , \" and \\");
    }

    static String path(String path) {
        return matching(PATH, "path", path, "a path that begins with a slash");
    }

    static String domain(String domain) {
        return matching(DOMAIN, "domain", domain, "a domain such as example.org");
    }

    private static String matching(Pattern pattern, String option, String value, String allowed) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(option + ": '" + value + "' is not " + allowed);
        }
        return value;
    }

    static String attribute(String name) {
        if (CookieStyle.KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("attribute: " + name + " has an option of its own");
        }
        return matching(NAME, "attribute", name, "a name of visible ASCII characters without = ; , \" and \\");
    }

    static String attributeValue(String value) {
        return matching(VALUE, "attribute", value, "of visible ASCII characters without a semicolon");
    }

    static void check(CookieStyle style) {
        boolean secure = style.secure().orElse(false);
        String key = style.key();
        require(style.sameSite() != SameSite.NONE || secure, "sameSite: none needs secure=true");
        require(
                !style.partitioned() || (secure && style.sameSite() == SameSite.NONE),
                "partitioned: true needs secure=true and sameSite=none");
        require(!startsWith(key, "__Secure-") || secure, "key: " + key + " needs secure=true");
        require(
                !startsWith(key, "__Host-")
                        || (secure && style.path().equals("/") && style.domain().isEmpty()),
                "key: " + key + " needs secure=true, path=/ and no domain");
    }

    /** Browsers do not look at letter case here (RFC 6265bis, section 5.7). */
    private static boolean startsWith(String key, String prefix) {
        return key.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule + "; browsers drop the cookie otherwise, or never show it");
        }
    }
}
