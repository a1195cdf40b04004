package dev.tenon.upload.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What becomes of the connection. */
class S3StreamTest {
    private final AtomicInteger aborted = new AtomicInteger();
    private final ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[1000]);

    private S3Stream stream() {
        GetObjectResponse response =
                GetObjectResponse.builder().contentLength(1000L).build();
        return new S3Stream(
                new ResponseInputStream<>(response, AbortableInputStream.create(bytes, aborted::incrementAndGet)));
    }

    @Test
    void range_ofALargeObject_readsNoMoreThanThat() throws IOException {
        try (S3Stream stream = stream()) {
            stream.readNBytes(2);
        }
        assertEquals(998, bytes.available());
        assertEquals(1, aborted.get());
    }

    @Test
    void object_thatIsReadToItsEnd_leavesTheConnectionForOthers() throws IOException {
        try (S3Stream stream = stream()) {
            stream.skipNBytes(1);
            stream.read();
            stream.readNBytes(998);
        }
        assertEquals(0, aborted.get());
    }
}
