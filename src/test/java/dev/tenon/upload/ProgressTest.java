package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
    void slowBody_isToldTenTimesASecond() throws Exception {
        AtomicLong clock = new AtomicLong();
        InputStream body = new WatchedBody(
                new ByteArrayInputStream(new byte[1000]),
                null,
                (request, bytes, all) -> heard.add(bytes + " of " + all),
                0,
                1000,
                clock::get);
        while (body.read(new byte[10]) >= 0) {
            clock.addAndGet(25_000_000);
        }
        assertEquals(25, heard.size());
        assertEquals("50 of 1000", heard.get(0));
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
