package dev.tenon.fallback;

/** Decides who gets the page: a pure function of the options and the request. */
final class FallbackRules {
    private final FallbackOptions options;

    FallbackRules(FallbackOptions options) {
        this.options = options;
    }

    /** Returns whether the request navigates to a route of the single-page application. */
    boolean isRoute(Navigation request) {
        return isRead(request) && wantsPage(request) && isFree(request);
    }

    private static boolean isRead(Navigation request) {
        return !request.upgrade()
                && (request.method().equals("GET") || request.method().equals("HEAD"));
    }

    /** A browser that says how it fetches is believed; images and scripts accept everything, too. */
    private static boolean wantsPage(Navigation request) {
        boolean navigates = request.fetchMode() == null || request.fetchMode().equals("navigate");
        return navigates && Accept.prefersHtml(request.accept());
    }

    private boolean isFree(Navigation request) {
        String path = request.path();
        return !request.mapped()
                && !Paths.isAsset(path)
                && !Paths.hasDotSegment(path)
                && options.exclude().stream().noneMatch(excluded -> Paths.isWithin(path, excluded));
    }
}
