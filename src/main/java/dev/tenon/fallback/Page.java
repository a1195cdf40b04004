package dev.tenon.fallback;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One page of the application, kept in memory. Its file is looked at again after a second, so a page that is deployed anew is seen. */
final class Page {
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final ServletContext context;
    private final String path;
    private final PageOptions options;
    private final LongSupplier nanos;
    private final long started = System.currentTimeMillis();

    /** What was read last, and when it was looked at; races only read a file twice. */
    private volatile PageContent content;

    private volatile long looked;

    Page(ServletContext context, String path, PageOptions options) {
        this(context, path, options, System::nanoTime);
    }

    Page(ServletContext context, String path, PageOptions options, LongSupplier nanos) {
        this.nanos = nanos;
        this.context = context;
        this.path = path;
        this.options = options;
    }

    /** Returns the page as it lies there now; empty if it does not. */
    Optional<PageContent> content() throws IOException {
        PageContent last = content;
        if (last != null && nanos.getAsLong() - looked < FRESH) {
            return Optional.of(last);
        }
        Optional<StaticFile> file = StaticFile.find(context, path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (last == null || !last.file().equals(file.get())) {
            last = new PageContent(context, path, file.get(), options, started);
            content = last;
        }
        looked = nanos.getAsLong();
        return Optional.of(last);
    }
}
