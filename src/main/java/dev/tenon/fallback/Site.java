package dev.tenon.fallback;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The pages and assets of one application. */
final class Site {
    private final ServletContext context;
    private final FallbackOptions options;
    private final Servlets servlets;
    private final Endpoints endpoints;
    private final WelcomeFiles welcome;
    private final FileAnswer files;
    private final Set<String> known;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    Site(ServletContext context, FallbackOptions options) {
        this.context = context;
        this.options = options;
        servlets = Servlets.of(context);
        endpoints = Endpoints.of(context);
        welcome = WelcomeFiles.of(context);
        files = new FileAnswer(context);
        known = options.pages().collect(Collectors.toUnmodifiableSet());
    }

    Navigation navigation(HttpServletRequest request) {
        return new ServletNavigation(request, servlets, endpoints, welcome);
    }

    /** Returns whether a page may be shown: the options name it, or it lies where browsers may look. */
    boolean mayShow(String page) {
        return known.contains(page) || Paths.isPublicTarget(page);
    }

    /** Returns the page if it is a file that no servlet makes; empty if the container has to. */
    Optional<PageContent> page(String path) throws IOException {
        if (!options.serve() || !path.endsWith(".html") || servlets.answer(path)) {
            return Optional.empty();
        }
        Page page = pages.get(path);
        if (page != null) {
            return page.content();
        }
        Page found = new Page(context, path, options.page());
        Optional<PageContent> content = found.content();
        content.ifPresent(there -> pages.put(path, found)); // only what is there, so there is an end of them
        return content;
    }

    /** Returns the page that a path shows by itself, such as {@code /} or {@code /admin/index.html}; empty if it shows another. */
    Optional<PageContent> pageAt(String path) throws IOException {
        String page = path.endsWith("/") ? welcome.find(path).orElse(path) : path;
        return known.contains(page) ? page(page) : Optional.empty();
    }

    /** Returns whether the path is one of an asset that is there, which is then sent. */
    boolean sendAsset(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        return options.serve()
                && options.isBelowAssets(path)
                && Paths.isPublic(path)
                && !Paths.isHidden(path)
                && !Paths.isProgram(path)
                && files.send(request, response, path);
    }
}
