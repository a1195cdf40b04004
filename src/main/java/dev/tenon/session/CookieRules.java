package dev.tenon.session;

import dev.tenon.session.SessionOptions.SameSite;
import java.util.regex.Pattern;

/** Which cookies browsers take (RFC 6265bis, sections 4.1.3 and 5.6); one that they would drop without a word is a mistake. */
final class CookieRules {
    private static final Pattern NAME = Pattern.compile("[!-~&&[^=;,\"\\\\]]+");
    private static final Pattern PATH = Pattern.compile("/[ -~&&[^;]]*");
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

    static void check(SessionOptions options) {
        boolean secure = options.secure().orElse(false);
        String key = options.key();
        require(options.sameSite() != SameSite.NONE || secure, "sameSite: none needs secure=true");
        require(!key.startsWith("__Secure-") || secure, "key: " + key + " needs secure=true");
        require(
                !key.startsWith("__Host-") || isForTheHost(options),
                "key: " + key + " needs secure=true, path=/ and no domain");
    }

    private static boolean isForTheHost(SessionOptions options) {
        return options.secure().orElse(false)
                && options.path().filter("/"::equals).isPresent()
                && options.domain().isEmpty();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule + "; browsers drop the cookie otherwise");
        }
    }
}
