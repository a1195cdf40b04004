package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is placed into a page, and what is sent beside it.
 *
 * @param base what becomes of its base
 * @param cspNonce what a nonce replaces; null for no nonce
 * @param contentSecurityPolicy the header; null for none
 * @param config what scripts of the page are told; empty for nothing
 * @param configOf the same for each request; null where {@code config} says it
 * @param manifest the manifest of Vite, seen from the page; null for none
 */
record PageOptions(
        BasePath base,
        String cspNonce,
        String contentSecurityPolicy,
        Map<String, Object> config,
        Function<HttpServletRequest, Map<String, ?>> configOf,
        String manifest) {
    static final PageOptions DEFAULT =
            new PageOptions(BasePath.AUTO, null, null, Map.of(), null, "/.vite/manifest.json");

    PageOptions withBase(BasePath to) {
        return new PageOptions(to, cspNonce, contentSecurityPolicy, config, configOf, manifest);
    }

    PageOptions withCspNonce(String to) {
        if (to != null && to.isBlank()) {
            throw new IllegalArgumentException("a blank text cannot stand for a nonce");
        }
        return new PageOptions(base, to, contentSecurityPolicy, config, configOf, manifest);
    }

    PageOptions withContentSecurityPolicy(String to) {
        return new PageOptions(base, cspNonce, to, config, configOf, manifest);
    }

    PageOptions withConfig(Map<String, ?> to) {
        Map<String, Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(to));
        return new PageOptions(base, cspNonce, contentSecurityPolicy, copy, null, manifest);
    }

    PageOptions withConfig(Function<HttpServletRequest, Map<String, ?>> to) {
        return new PageOptions(base, cspNonce, contentSecurityPolicy, Map.of(), to, manifest);
    }

    PageOptions withManifest(String to) {
        return new PageOptions(
                base, cspNonce, contentSecurityPolicy, config, configOf, to == null ? null : Paths.absolute(to));
    }

    /** @throws IllegalArgumentException if it is the root, or does not begin with a slash */
    static String folder(String path) {
        String folder = Paths.page(path).replaceFirst("/+$", "");
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("'" + path + "' must not be the root");
        }
        return folder;
    }
}
