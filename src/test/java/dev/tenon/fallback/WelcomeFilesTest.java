package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeFilesTest {
    @TempDir
    private Path application;

    @BeforeEach
    void pages() throws IOException {
        write("index.html", "");
        write("index.xhtml", "");
        write("admin/home.html", "");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(application.resolve(path).getParent());
        Files.writeString(application.resolve(path), text);
    }

    @Test
    void pageOfFaces_thatWebXmlNames_isShownForTheRoot() throws IOException {
        webXml("<welcome-file>none.html</welcome-file><welcome-file> index.xhtml </welcome-file>");
        assertEquals(Optional.of("/index.xhtml"), find("/"));
        assertEquals(Optional.empty(), find("/admin"));
    }

    @Test
    void containersLookForAnIndex_whereWebXmlNamesNothing() throws IOException {
        assertEquals(Optional.of("/index.html"), find("/"));
        webXml("");
        assertEquals(Optional.of("/index.html"), find("/"));
        assertEquals(Optional.empty(), find("/admin/"));
    }

    @Test
    void folder_needsNoSlash() throws IOException {
        webXml("<welcome-file>home.html</welcome-file>");
        assertEquals(Optional.of("/admin/home.html"), find("/admin"));
    }

    @Test
    void webXml_ofOldTimes_namesItsDtd_whichNobodyFetches() throws IOException {
        write("WEB-INF/web.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://127.0.0.1:1/web-app_2_3.dtd">
                <web-app><welcome-file-list><welcome-file>index.xhtml</welcome-file></welcome-file-list></web-app>
                """);
        assertEquals(Optional.of("/index.xhtml"), find("/"));
    }

    @Test
    void webXml_thatCannotBeRead_isNotTakenForNone() throws IOException {
        write("WEB-INF/web.xml", "<web-app><welcome-file>");
        assertThrows(UncheckedIOException.class, () -> find("/"));
    }

    private void webXml(String welcome) throws IOException {
        write("WEB-INF/web.xml", "<web-app><welcome-file-list>" + welcome + "</welcome-file-list></web-app>");
    }

    private Optional<String> find(String folder) throws IOException {
        return WelcomeFiles.of(context()).find(folder);
    }

    private ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                WelcomeFilesTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    Path file = application.resolve(arguments[0].toString().substring(1));
                    if (Files.notExists(file)) {
                        return null;
                    }
                    return method.getName().equals("getResource") ? file.toUri().toURL() : Files.newInputStream(file);
                });
    }
}
