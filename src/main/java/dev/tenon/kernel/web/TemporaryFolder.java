package dev.tenon.kernel.web;

import jakarta.servlet.ServletContext;
import java.nio.file.Path;

/** The folder that every server must give an application (Jakarta Servlet 6.0, section 4.8.1), and may clear when it stops. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /**
     * Returns a folder of this name below it, which need not be there yet.
     *
     * @param key what to set instead, for the message
     * @throws IllegalStateException if the server gives none
     */
    public static Path of(ServletContext context, String name, String key) {
        Object folder = context.getAttribute(ServletContext.TEMPDIR);
        if (folder == null) {
            throw new IllegalStateException("The server has no temporary folder: set " + key);
        }
        return Path.of(folder.toString(), name);
    }
}
