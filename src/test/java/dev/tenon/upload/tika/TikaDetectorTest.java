package dev.tenon.upload.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.FileType;
import dev.tenon.upload.UploadOptions;
import dev.tenon.web.TomcatApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tika beside Tenon's own signatures. */
class TikaDetectorTest {
    private static final String FITS = "SIMPLE  =                    T";

    private static Optional<String> detected(String head) {
        return new TikaDetector()
                .detect(head.getBytes(StandardCharsets.ISO_8859_1))
                .map(FileType::mediaType);
    }

    @Test
    void moreKinds_areKnown() {
        assertEquals(Optional.empty(), FileType.sniff(FITS.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Optional.of("application/fits"), detected(FITS));
        assertEquals(Optional.of("application/x-msaccess"), detected("\0\1\0\0Standard Jet DB\0"));
    }

    @Test
    void textAndUnknownBytes_areNothing() {
        assertEquals(Optional.empty(), detected("a plain text, nothing more"));
        assertEquals(Optional.empty(), detected("\1\2\3\4\5\6\7\0\1"));
        assertEquals(Optional.empty(), detected(""));
    }

    @Test
    void detector_isUsedByItself(@TempDir Path docBase, @TempDir Path folder) throws Exception {
        try (TomcatApp app = TomcatApp.at("/shop", docBase)
                .param("tenon.upload.path", "/upload")
                .param("tenon.upload.destination", folder.toString())
                .param("tenon.upload.extensions", "fits, txt")
                .start()) {
            assertEquals(200, upload(app, "sky.fits").statusCode());
            HttpResponse<String> disguised = upload(app, "notes.txt");
            assertEquals(415, disguised.statusCode());
            assertTrue(disguised.body().contains("application/fits"), disguised.body());
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(1, files.count());
            }
            assertTrue(UploadOptions.of(app.servletContext()).extensions().contains("fits"));
        }
    }

    private static HttpResponse<String> upload(TomcatApp app, String name) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name + "\"\r\n\r\n" + FITS
                + "\r\n--b--\r\n";
        return app.post("/upload", "multipart/form-data; boundary=b", body);
    }
}
