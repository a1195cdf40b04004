package dev.tenon.fallback;

import dev.tenon.kernel.web.WebXml;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The files that a container shows for a folder (Jakarta Servlet 6.0, section 10.10). Tomcat and those made from it choose one before any
 * filter; Jetty and Open Liberty do so behind them.
 */
final class WelcomeFiles {
    /** What containers look for where {@code web.xml} names nothing. */
    private static final List<String> DEFAULT = List.of("index.html", "index.htm", "index.jsp");

    private final ServletContext context;
    private final List<String> names;

    private WelcomeFiles(ServletContext context, List<String> names) {
        this.context = context;
        this.names = names;
    }

    static WelcomeFiles of(ServletContext context) {
        try {
            List<String> named = WebXml.of(context).welcomeFiles();
            return new WelcomeFiles(context, named.isEmpty() ? DEFAULT : named);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the path of the one that is shown for the folder; empty if none is there. */
    Optional<String> find(String folder) throws IOException {
        String inside = folder.endsWith("/") ? folder : folder + "/";
        for (String name : names) {
            if (StaticFile.resource(context, inside + name) != null) {
                return Optional.of(inside + name);
            }
        }
        return Optional.empty();
    }
}
