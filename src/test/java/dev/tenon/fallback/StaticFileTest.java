package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.web.ByteRange;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which servers say where a file of the application is. */
class StaticFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private URL inArchive;

    @BeforeEach
    void files() throws IOException {
        file = Files.writeString(
                Files.createDirectories(folder.resolve("assets")).resolve("a.js"), "0123456789");
        Path archive = folder.resolve("app.war");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("assets/a.js"));
            zip.write("0123456789".getBytes(StandardCharsets.UTF_8));
        }
        inArchive = URI.create("jar:" + archive.toUri() + "!/assets/a.js").toURL();
    }

    @Test
    void fileOnDisk_isRead() throws IOException {
        check(context(file.toUri().toURL(), null, null));
        assertEquals(Optional.empty(), StaticFile.find(context(folder.toUri().toURL(), null, Set.of("/assets/")), "/"));
    }

    @Test
    void fileInAnArchive_isRead() throws IOException {
        check(context(inArchive, null, null));
    }

    @Test
    void fileOfPayara_whoseFolderIsEmptyAndNotNull_isRead() throws IOException {
        check(context(inArchive, null, Set.of()));
        StaticFile onDisk = check(context(inArchive, file.toString(), Set.of()));
        assertEquals("file", onDisk.url().getProtocol());
    }

    @Test
    void fileOfLiberty_whichLiesBelowItself_isRead() throws IOException {
        check(context(inArchive, null, Set.of("/assets/a.js")));
    }

    @Test
    void folderInAnArchive_isNoFile() throws IOException {
        assertEquals(Optional.empty(), StaticFile.find(context(inArchive, null, Set.of("/assets/a.js")), "/assets"));
    }

    @Test
    void fileThatWentAway_isMissing() throws IOException {
        URL url = file.toUri().toURL();
        Files.delete(file);
        assertEquals(Optional.empty(), StaticFile.find(context(url, null, null), "/assets/a.js"));
        assertEquals(Optional.empty(), StaticFile.find(context(null, null, null), "/assets/a.js"));
    }

    private static StaticFile check(ServletContext context) throws IOException {
        StaticFile found = StaticFile.find(context, "/assets/a.js").orElseThrow();
        assertEquals(10, found.length());
        assertTrue(found.lastModified() > 0);
        assertArrayEquals("0123456789".getBytes(StandardCharsets.UTF_8), found.bytes());
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        found.writeTo(part, new ByteRange(4, 3));
        assertEquals("456", part.toString(StandardCharsets.UTF_8));
        return found;
    }

    /** A context that knows one file. */
    private static ServletContext context(URL resource, String realPath, Set<String> below) {
        return (ServletContext) Proxy.newProxyInstance(
                StaticFileTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getResource" -> resource;
                    case "getRealPath" -> realPath;
                    case "getResourcePaths" -> below;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
