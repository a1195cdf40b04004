package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upload that the application claims, or that expires, while a request for it is on its way: as if it had been gone before. */
class TusRaceTest {
    @TempDir
    static Path folder;

    private static TomcatApp app;

    private final TusClient client = new TusClient(app);

    @BeforeAll
    static void start() throws Exception {
        app = TomcatApp.at("/shop", folder)
                .param("tenon.upload.resumable.path", "/files")
                .param("tenon.upload.resumable.destination", folder.toString())
                .filter(new Thief())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @Test
    void head_ofAnUploadThatGoesMeanwhile_isNotFound() throws Exception {
        URI upload = client.created("Upload-Length", "4");
        assertEquals(
                404,
                client.send(
                                "HEAD",
                                upload,
                                BodyPublishers.noBody(),
                                "Tus-Resumable",
                                "1.0.0",
                                "X-Steal",
                                "Upload-Length")
                        .statusCode());
    }

    @Test
    void patch_ofAnUploadThatGoesMeanwhile_isNotFound() throws Exception {
        URI upload = client.created("Upload-Length", "4");
        assertEquals(
                404, client.patch(upload, 0, "abcd", "X-Steal", "Upload-Length").statusCode());
    }

    @Test
    void concatenation_ofAPartThatGoesMeanwhile_isNotFound_andLeavesNothing() throws Exception {
        List<String> before = names();
        URI part = client.created("Upload-Length", "4", "Upload-Concat", "partial");
        assertEquals(204, client.patch(part, 0, "abcd").statusCode());
        String id = part.getPath().substring(part.getPath().lastIndexOf('/') + 1);
        assertEquals(
                404,
                client.create("Upload-Concat", "final;" + part, "X-Steal", "Upload-Metadata", "X-Steal-Id", id)
                        .statusCode());
        assertEquals(before, names());
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** As other servers than Tomcat tell it. A stock client goes on after 409, and gives up after 400. */
    @ParameterizedTest
    @CsvSource({"'', 3", "sha1 AAAA, 0"})
    void bodyThatBreaksOff_keepsWhatCame_andIsNoServerError(String checksum, String offset) throws Exception {
        URI upload = client.created("Upload-Length", "4");
        String[] headers = checksum.isEmpty()
                ? new String[] {"X-Break", "3"}
                : new String[] {"X-Break", "3", "Upload-Checksum", checksum};
        HttpResponse<String> answer = client.patch(upload, 0, "abcd", headers);
        assertEquals(409, answer.statusCode());
        assertEquals(offset, answer.headers().firstValue("Upload-Offset").orElse(""));
        assertEquals(
                offset,
                client.head(upload).headers().firstValue("Upload-Offset").orElse(""));
    }

    /** Takes the upload away at the moment when a header is asked for, or set. */
    private static final class Thief implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest asked = (HttpServletRequest) request;
            String moment = asked.getHeader("X-Steal");
            if (moment == null) {
                chain.doFilter(asked.getHeader("X-Break") == null ? asked : new Breaking(asked), response);
                return;
            }
            String path = asked.getRequestURI();
            String named = asked.getHeader("X-Steal-Id");
            String id = named == null ? path.substring(path.lastIndexOf('/') + 1) : named;
            chain.doFilter(new Asking(asked, moment, id), new Answering((HttpServletResponse) response, moment, id));
        }
    }

    private static void steal(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id + ".json"));
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Asking extends HttpServletRequestWrapper {
        private final String moment;
        private final String id;

        Asking(HttpServletRequest request, String moment, String id) {
            super(request);
            this.moment = moment;
            this.id = id;
        }

        @Override
        public String getHeader(String name) {
            if (name.equals(moment)) {
                steal(id);
            }
            return super.getHeader(name);
        }
    }

    private static final class Breaking extends HttpServletRequestWrapper {
        Breaking(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream whole = super.getInputStream();
            return new ServletInputStream() {
                private int left = Integer.parseInt(getHeader("X-Break"));

                @Override
                public int read() throws IOException {
                    if (left-- == 0) {
                        throw new IOException("expected by this test");
                    }
                    return whole.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int next = read();
                    bytes[from] = (byte) next;
                    return next < 0 ? -1 : 1;
                }

                @Override
                public boolean isFinished() {
                    return whole.isFinished();
                }

                @Override
                public boolean isReady() {
                    return whole.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    whole.setReadListener(listener);
                }
            };
        }
    }

    private static final class Answering extends HttpServletResponseWrapper {
        private final String moment;
        private final String id;

        Answering(HttpServletResponse response, String moment, String id) {
            super(response);
            this.moment = moment;
            this.id = id;
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equals(moment)) {
                steal(id);
            }
            super.setHeader(name, value);
        }
    }
}
