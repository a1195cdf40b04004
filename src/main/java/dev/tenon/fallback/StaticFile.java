package dev.tenon.fallback;

import dev.tenon.kernel.web.ByteRange;
import dev.tenon.kernel.web.Validators;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * A file of the application as it lies there: on disk, or in an archive that the server did not unpack.
 *
 * @param url where
 * @param length in bytes
 * @param lastModified in milliseconds; 0 when unknown
 */
record StaticFile(URL url, long length, long lastModified) {
    /** Returns the file; empty if there is none, or it is a folder. */
    static Optional<StaticFile> find(ServletContext context, String path) throws IOException {
        URL url = resource(context, path);
        if (url == null) {
            return Optional.empty();
        }
        Optional<Path> file = path(url).or(() -> realPath(context, path));
        return file.isPresent() ? onDisk(file.get()) : elsewhere(context, path, url);
    }

    /** Returns what the container has there, be it a folder; null for nothing. Jetty and Windows refuse some paths. */
    static URL resource(ServletContext context, String path) throws IOException {
        try {
            return context.getResource(path);
        } catch (MalformedURLException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Payara's addresses are not those of files, which it has unpacked all the same. */
    private static Optional<Path> realPath(ServletContext context, String path) {
        return Optional.ofNullable(context.getRealPath(path)).map(Path::of).filter(Files::exists);
    }

    private static Optional<StaticFile> onDisk(Path path) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.isRegularFile()
                    ? Optional.of(new StaticFile(
                            path.toUri().toURL(),
                            file.size(),
                            file.lastModifiedTime().toMillis()))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Path> path(URL url) {
        try {
            return url.getProtocol().equals("file") ? Optional.of(Path.of(url.toURI())) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // not every server encodes what it has to
        }
    }

    private static Optional<StaticFile> elsewhere(ServletContext context, String path, URL url) throws IOException {
        if (isFolder(context, path)) {
            return Optional.empty();
        }
        URLConnection connection = connect(url);
        try (InputStream in = connection.getInputStream()) {
            long length = connection.getContentLengthLong();
            return Optional.of(new StaticFile(
                    url,
                    length < 0 ? in.transferTo(OutputStream.nullOutputStream()) : length,
                    connection.getLastModified()));
        }
    }

    /**
     * Returns whether something lies below the path. For a file, where it ought to be null, Payara 6 says that nothing does, and Open Liberty
     * 26.0.0.3 that the file itself does.
     */
    static boolean isFolder(ServletContext context, String path) {
        String folder = path.endsWith("/") ? path : path + "/";
        Set<String> below = context.getResourcePaths(folder);
        return below != null && below.stream().anyMatch(file -> file.startsWith(folder));
    }

    /** A cached connection would keep the archive open, and with it the application that leaves. */
    private static URLConnection connect(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    /** Its tag is weak: a container that compresses leaves strong ones alone. */
    Validators validators() {
        String tag = "W/\"" + Long.toHexString(lastModified) + "-" + Long.toHexString(length) + "\"";
        return new Validators(tag, lastModified);
    }

    byte[] bytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    void writeTo(OutputStream out, ByteRange range) throws IOException {
        try (InputStream in = open()) {
            in.skipNBytes(range.first());
            byte[] buffer = new byte[(int) Math.min(range.length(), 16 * 1024)];
            long left = range.length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException(url + " has become shorter");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private InputStream open() throws IOException {
        Optional<Path> file = path(url);
        return file.isPresent()
                ? Files.newInputStream(file.get())
                : connect(url).getInputStream();
    }
}
