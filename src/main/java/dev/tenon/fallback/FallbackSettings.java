package dev.tenon.fallback;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys of the fallback, each checked by the option that it sets. */
final class FallbackSettings {
    static final Setting<Boolean> ENABLED = Setting.flag("tenon.fallback.enabled", false);
    static final Setting<String> INDEX = Setting.of(
            "tenon.fallback.index", null, "the path of a page in the application, such as /index.html", Paths::page);
    static final Setting<List<Rewrite>> REWRITES = Setting.of(
            "tenon.fallback.rewrites",
            null,
            "from -> to, separated by commas: a folder such as /admin/** or a regular expression, and the path of a page",
            FallbackSettings::rewrites);
    private static final Setting<String> MODE = Setting.oneOf("tenon.fallback.mode", null, "strict", "compat", "koa2");
    static final Setting<List<String>> EXCLUDE = Setting.list(
            "tenon.fallback.exclude",
            null,
            "paths that begin with a slash, or regular expressions that begin with ^",
            FallbackSettings::exclusion);
    static final Setting<List<String>> WHITE_LIST = Setting.list(
            "tenon.fallback.whiteList",
            null,
            "what tenon.fallback.mode allows: see its guide",
            FallbackSettings::expression);
    private static final Setting<List<String>> HTML_ACCEPT_HEADERS =
            Setting.list("tenon.fallback.htmlAcceptHeaders", null, "media types", type -> type);
    private static final Setting<Boolean> DISABLE_DOT_RULE = Setting.flag("tenon.fallback.disableDotRule", false);
    private static final Setting<Boolean> VERBOSE = Setting.flag("tenon.fallback.verbose", false);
    private static final Setting<Boolean> SERVE = Setting.flag("tenon.fallback.serve", true);
    private static final Setting<List<String>> ASSETS =
            Setting.list("tenon.fallback.assets", null, "folders such as /assets", PageOptions::folder);
    private static final Setting<String> BASE = Setting.oneOf("tenon.fallback.base", null, "auto", "add", "keep");
    private static final Setting<String> CSP_NONCE = Setting.text("tenon.fallback.cspNonce", null);
    private static final Setting<String> CONTENT_SECURITY_POLICY =
            Setting.text("tenon.fallback.contentSecurityPolicy", null);
    private static final Setting<Map<String, Object>> CONFIG =
            Setting.of("tenon.fallback.config", null, "name=value, separated by commas", FallbackSettings::config);
    private static final Setting<String> MANIFEST = Setting.of(
            "tenon.fallback.manifest",
            null,
            "the path of a manifest, or none",
            text -> text.equals("none") ? text : Paths.absolute(text));

    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            MODE,
            INDEX,
            REWRITES,
            EXCLUDE,
            WHITE_LIST,
            HTML_ACCEPT_HEADERS,
            DISABLE_DOT_RULE,
            VERBOSE,
            SERVE,
            ASSETS,
            BASE,
            CSP_NONCE,
            CONTENT_SECURITY_POLICY,
            CONFIG,
            MANIFEST);

    private FallbackSettings() {}

    /** Returns a builder with what the keys say. */
    static FallbackOptions.Builder builder(Settings settings) {
        FallbackOptions.Builder builder = FallbackOptions.builder();
        settings.find(MODE).ifPresent(mode -> builder.mode(FallbackMode.valueOf(mode.toUpperCase(Locale.ROOT))));
        settings.find(INDEX).ifPresent(builder::index);
        settings.find(REWRITES).ifPresent(rewrites -> builder.rewrites(rewrites.toArray(Rewrite[]::new)));
        builder.exclude(array(exclusions(settings)));
        settings.find(HTML_ACCEPT_HEADERS).ifPresent(types -> builder.htmlAcceptHeaders(array(types)));
        settings.find(DISABLE_DOT_RULE).ifPresent(builder::disableDotRule);
        settings.find(VERBOSE).ifPresent(builder::verbose);
        settings.find(SERVE).ifPresent(builder::serve);
        settings.find(ASSETS).ifPresent(folders -> builder.assets(array(folders)));
        settings.find(BASE).ifPresent(base -> builder.base(BasePath.valueOf(base.toUpperCase(Locale.ROOT))));
        settings.find(CSP_NONCE).ifPresent(builder::cspNonce);
        settings.find(CONTENT_SECURITY_POLICY).ifPresent(builder::contentSecurityPolicy);
        settings.find(CONFIG).ifPresent(builder::config);
        settings.find(MANIFEST).ifPresent(path -> builder.manifest(path.equals("none") ? null : path));
        return builder;
    }

    /** Returns what both names of the option say. */
    static List<String> exclusions(Settings settings) {
        return Stream.of(EXCLUDE, WHITE_LIST)
                .flatMap(setting -> settings.find(setting).stream())
                .flatMap(List::stream)
                .toList();
    }

    private static String[] array(List<String> list) {
        return list.toArray(String[]::new);
    }

    private static String exclusion(String text) {
        return text.startsWith("^") ? expression(text) : Paths.absolute(text);
    }

    private static String expression(String text) {
        return Pattern.compile(text).pattern();
    }

    /** Each entry has one arrow, so a comma before it belongs to the expression. */
    private static List<Rewrite> rewrites(String text) {
        List<Rewrite> rewrites = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (String part : text.split(",", -1)) {
            entry.append(entry.isEmpty() ? "" : ",").append(part);
            int arrow = entry.indexOf("->");
            if (arrow >= 0) {
                rewrites.add(Rewrite.of(
                        entry.substring(0, arrow).strip(),
                        entry.substring(arrow + 2).strip()));
                entry.setLength(0);
            }
        }
        if (!entry.toString().isBlank()) {
            throw new IllegalArgumentException("'" + entry + "' has no arrow");
        }
        return rewrites;
    }

    private static Map<String, Object> config(String text) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + pair + "' has no name");
            }
            values.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return values;
    }
}
