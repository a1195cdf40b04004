package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> heard = new ArrayList<>();

    private InputStream watched(InputStream body, long received, long total) {
        return UploadOptions.builder()
                .progress((request, bytes, all) -> heard.add(bytes + " of " + all))
                .build()
                .watched(null, body, received, total);
    }

    @Test
    void end_isToldOnce() throws Exception {
        InputStream body = watched(new ByteArrayInputStream(new byte[1000]), 0, 1000);
        body.readAllBytes();
        body.readAllBytes();
        assertEquals(List.of("1000 of 1000"), heard);
    }

    @Test
    void earlierPieces_count() throws Exception {
        watched(new ByteArrayInputStream(new byte[10]), 90, -1).readAllBytes();
        assertEquals(List.of("100 of -1"), heard);
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it is slow by intention
    void slowBody_isToldMeanwhile() throws Exception {
        InputStream slow = new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                long end = System.nanoTime() + 1_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                return left-- > 0 ? 1 : -1;
            }
        };
        InputStream body = watched(slow, 0, 1000);
        while (body.read() >= 0) {
            // on and on
        }
        assertTrue(heard.size() > 3 && heard.size() < 40, heard::toString);
        assertEquals("1000 of 1000", heard.get(heard.size() - 1));
    }

    @Test
    void listenerThatThrows_endsTheUpload() {
        InputStream body = UploadOptions.builder()
                .progress((request, received, total) -> {
                    throw new IllegalStateException("enough");
                })
                .build()
                .watched(null, new ByteArrayInputStream(new byte[10]), 0, 10);
        assertThrows(IllegalStateException.class, body::readAllBytes);
    }
}
