package dev.tenon.fallback;

import java.util.Optional;

/**
 * The order of decisions of connect-history-api-fallback 2.0.0 and of its port to Koa 2, compared with the packages themselves by
 * {@code FallbackReferenceIT}. In front stands what in Node answers before any middleware: servers of WebSockets, and the routes that an
 * application mounts first.
 */
final class ReferenceRules implements FallbackRules {
    private static final Decision TAKEN = Decision.pass("a servlet or an endpoint answers it.");
    private static final Decision NOT_GET = Decision.pass("the method is not GET.");
    private static final Decision HEAD = Decision.file("the method is not GET.");
    private static final Decision NOT_READ = Decision.pass("the method is not GET or HEAD.");
    private static final Decision NO_ACCEPT = Decision.file("the client did not send an HTTP accept header.");
    private static final Decision JSON = Decision.file("the client prefers JSON.");
    private static final Decision NO_HTML = Decision.file("the client does not accept HTML.");
    private static final Decision EXCLUDED = Decision.pass("it is excluded.");
    private static final Decision NO_PATH = Decision.pass("it has no path.");
    private static final Decision DOT = Decision.file("the path includes a dot (.) character.");

    private final FallbackOptions options;
    private final Exclusions exclusions;
    private final boolean koa;

    ReferenceRules(FallbackOptions options) {
        this.options = options;
        exclusions = Exclusions.of(options);
        koa = options.mode() == FallbackMode.KOA2;
    }

    @Override
    public Decision decide(Navigation request) {
        if (request.taken() || request.upgrade()) {
            return TAKEN;
        }
        return switch (request.method()) {
            case "GET" -> wanted(request, request.accept());
            case "HEAD" -> koa ? HEAD : wanted(request, request.accept());
            default -> koa ? NOT_GET : NOT_READ;
        };
    }

    private Decision wanted(Navigation request, String accept) {
        if (accept == null) {
            return NO_ACCEPT;
        }
        if (accept.startsWith("application/json")) {
            return JSON;
        }
        if (options.htmlAcceptHeaders().stream().noneMatch(accept::contains)) {
            return NO_HTML;
        }
        return exclusions.contain(request) ? EXCLUDED : route(request, ParsedUrl.of(request.url()));
    }

    private Decision route(Navigation request, ParsedUrl url) {
        if (url.pathname() == null) {
            return NO_PATH; // the reference fails
        }
        for (Rewrite rewrite : options.rewrites()) {
            Optional<String> target = rewrite.target(url.pathname(), url, request, false);
            if (target.isPresent()) {
                return Decision.page(target.get());
            }
        }
        return hasDot(url.pathname()) && !options.disableDotRule() ? DOT : Decision.page(options.index());
    }

    private boolean hasDot(String path) {
        return koa ? path.indexOf('.') >= 0 : path.lastIndexOf('.') > path.lastIndexOf('/');
    }
}
