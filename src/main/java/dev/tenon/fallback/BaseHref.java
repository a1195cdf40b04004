package dev.tenon.fallback;

import java.util.Set;

/** Places the context path into the {@code <base href>} of a page, which was built without knowing it (HTML, section 4.2.3). */
final class BaseHref {
    /** What means the folder of the page to whoever wrote it, and the folder of the deep link to a browser. */
    private static final Set<String> HERE = Set.of("", ".", "./");

    private final String context;
    private final String folder;

    /**
     * @param contextPath decoded, as the servlet context says it
     * @param folder of the page, below the context path; ends with a slash
     */
    BaseHref(String contextPath, String folder) {
        this.context = Paths.encoded(contextPath).replace("&", "&amp;");
        this.folder = Paths.encoded(folder).replace("&", "&amp;");
    }

    String place(String page, BasePath how) {
        if (how == BasePath.KEEP) {
            return page;
        }
        return how == BasePath.ADD && !Markup.hasBase(page)
                ? Markup.withFirst(page, "<base href=\"" + context + folder + "\">")
                : Markup.withBase(page, this::adapted);
    }

    private String adapted(String href) {
        if (HERE.contains(href)) {
            return context + folder;
        }
        boolean ofThisHost = href.startsWith("/") && !href.startsWith("//");
        return ofThisHost && !Paths.isWithin(href, context.isEmpty() ? "/" : context) ? context + href : href;
    }
}
