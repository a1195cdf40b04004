package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A little web application, put together by a test. Not thread-safe. */
final class War {
    /** One time for every entry: servers make ETags of it. */
    private static final long TIME = 1_700_000_000_000L;

    private final Map<String, byte[]> entries = new TreeMap<>();

    /** Adds the classes, each with those nested in it. */
    War classes(Class<?>... types) {
        for (Class<?> type : types) {
            String path = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = type.getResourceAsStream("/" + path)) {
                entries.put("WEB-INF/classes/" + path, bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            classes(type.getDeclaredClasses());
        }
        return this;
    }

    War library(Path jar) {
        try {
            entries.put("WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    War file(String path, String text) {
        return bytes(path, text.getBytes(UTF_8));
    }

    War bytes(String path, byte[] bytes) {
        entries.put(path, bytes);
        return this;
    }

    /** Adds a web.xml with these elements in it. */
    War webXml(String elements) {
        return file("WEB-INF/web.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">%s</web-app>
                """.formatted(elements));
    }

    /** Returns the file below {@code target/it-wars} that it was written to. */
    Path write(String name) throws IOException {
        Path file = Build.target("it-wars").resolve(name + ".war");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
