package dev.tenon.fallback;

import dev.tenon.fallback.Decision.Outcome;
import java.util.Optional;
import java.util.Set;

/** What production needs: only who navigates gets a page, and only where nothing else is or ought to be. */
final class StrictRules implements FallbackRules {
    private static final Decision TAKEN = Decision.pass("a servlet or an endpoint answers it.");
    private static final Decision UPGRADE = Decision.pass("it opens a WebSocket.");
    private static final Decision EXCLUDED = Decision.pass("it is excluded.");
    private static final Decision NOT_READ = Decision.pass("the method is not GET or HEAD.");
    private static final Decision FILE = Decision.file("a file is there.");
    private static final Decision DEVIOUS = Decision.missing("the path leads elsewhere.");
    private static final Decision ASSET = Decision.missing("the path is one of an asset, which is missing.");
    private static final Decision HIDDEN = Decision.pass("a segment of the path begins with a dot.");
    private static final Decision LIST = Decision.missing("nobody gets a list of a folder.");
    private static final Decision JSON = Decision.missing("the client prefers JSON.");
    private static final Decision NO_HTML = Decision.pass("the client does not accept HTML.");
    private static final Decision NO_NAVIGATION = Decision.pass("the browser does not navigate.");

    /** Requests that ask the server about itself, not for what is there. */
    private static final Set<String> ABOUT = Set.of("OPTIONS", "TRACE");

    /** What a browser shows a page in. */
    private static final Set<String> FRAMES = Set.of("document", "iframe", "frame", "embed", "object");

    private final FallbackOptions options;
    private final Exclusions exclusions;

    StrictRules(FallbackOptions options) {
        this.options = options;
        exclusions = Exclusions.of(options);
    }

    @Override
    public Decision decide(Navigation request) {
        if (request.taken()) {
            return TAKEN;
        }
        if (request.upgrade()) {
            return UPGRADE;
        }
        if (exclusions.contain(request)) {
            return EXCLUDED;
        }
        String method = request.method();
        return method.equals("GET") || method.equals("HEAD") ? read(request) : other(request);
    }

    private static Decision other(Navigation request) {
        boolean asksForJson = !ABOUT.contains(request.method()) && Accept.namesJson(request.accept());
        return asksForJson && !request.file() ? JSON : NOT_READ;
    }

    private Decision read(Navigation request) {
        String path = request.path();
        if (Paths.isDevious(path)) {
            return DEVIOUS;
        }
        if (request.file()) {
            return FILE;
        }
        if (isAsset(path)) {
            return ASSET;
        }
        Decision decision = Paths.isHidden(path) ? HIDDEN : wanted(request);
        return decision.outcome() == Outcome.PASS && isFolder(path) ? LIST : decision;
    }

    /** Of what ends so and has no page of its own, a container could only send a list of files, as Jetty does. */
    private static boolean isFolder(String path) {
        return path.length() > 1 && path.endsWith("/");
    }

    private boolean isAsset(String path) {
        return options.isBelowAssets(path)
                || (options.disableDotRule() ? Paths.isWellKnown(path) : Paths.isAsset(path));
    }

    private Decision wanted(Navigation request) {
        if (!Accept.prefersHtml(request.accept(), options.htmlAcceptHeaders())) {
            return Accept.namesJson(request.accept()) ? JSON : NO_HTML;
        }
        return navigates(request) ? route(request) : NO_NAVIGATION;
    }

    /** A browser that says how and for what it fetches is believed; images and scripts accept everything, too. */
    private static boolean navigates(Navigation request) {
        String mode = request.fetchMode();
        String dest = request.fetchDest();
        return (mode == null || mode.equals("navigate")) && (dest == null || FRAMES.contains(dest));
    }

    private Decision route(Navigation request) {
        if (!options.rewrites().isEmpty()) {
            ParsedUrl url = ParsedUrl.of(request.url());
            for (Rewrite rewrite : options.rewrites()) {
                Optional<String> target = rewrite.target(request.path(), url, request, true);
                if (target.isPresent()) {
                    return Decision.page(target.get());
                }
            }
        }
        return options.indexDecision();
    }
}
