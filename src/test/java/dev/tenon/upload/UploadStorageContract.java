package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage promises. */
public abstract class UploadStorageContract {
    private static final IncomingFile FILE =
            new IncomingFile("file", "../../evil.jsp", "7bit", "application/octet-stream");

    @TempDir
    private Path elsewhere;

    /** Returns the storage under test. */
    protected abstract UploadStorage storage();

    /** Returns the names of all that the storage keeps, however unfinished. */
    protected abstract List<String> kept() throws IOException;

    @Test
    void store_keepsTheBytes() throws Exception {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        StoredFile stored = store(bytes);
        assertEquals(bytes.length, stored.size());
        assertEquals(List.of(stored.filename()), kept());
        try (InputStream content = stored.open()) {
            assertArrayEquals(bytes, content.readAllBytes());
        }
    }

    @Test
    void store_keepsAnEmptyFile() throws Exception {
        StoredFile stored = store(new byte[0]);
        assertEquals(0, stored.size());
        assertEquals(List.of(stored.filename()), kept());
    }

    @Test
    void filename_comesFromNobodyAndNeverTwice() throws Exception {
        String name = store(new byte[1]).filename();
        assertTrue(name.matches("[0-9a-f]{32}"), name);
        assertNotEquals(name, store(new byte[1]).filename());
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // 100,000 bytes are soon read
    void store_thatFailsInTheMiddle_leavesNothing() throws Exception {
        UploadException refusal = UploadException.malformed("in the middle");
        InputStream failing = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() {
                if (left-- == 0) {
                    throw refusal;
                }
                return 1;
            }
        };
        assertSame(refusal, assertThrows(UploadException.class, () -> storage().store(FILE, failing)));
        assertEquals(List.of(), kept());
    }

    @Test
    void remove_twice() throws Exception {
        StoredFile stored = store(new byte[10]);
        stored.remove();
        assertEquals(List.of(), kept());
        stored.remove();
    }

    @Test
    void moveTo_takesTheFileOut() throws Exception {
        Path target = Files.writeString(elsewhere.resolve("target"), "before");
        StoredFile stored = store(new byte[] {1, 2, 3});
        stored.moveTo(target);
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        assertEquals(List.of(), kept());
        stored.remove();
        assertTrue(Files.exists(target));
    }

    @Test
    void adopt_takesTheFileFromWhereItLay() throws Exception {
        Path path = Files.write(elsewhere.resolve("received"), new byte[] {1, 2, 3});
        StoredFile stored = storage().adopt(FILE, path);
        assertEquals(3, stored.size());
        assertEquals(List.of(stored.filename()), kept());
        assertFalse(Files.exists(path));
        try (InputStream content = stored.open()) {
            assertArrayEquals(new byte[] {1, 2, 3}, content.readAllBytes());
        }
    }

    @Test
    void open_fromSomewhere() throws Exception {
        StoredFile stored = store(new byte[] {1, 2, 3, 4});
        try (InputStream content = stored.open(3)) {
            assertArrayEquals(new byte[] {4}, content.readAllBytes());
        }
        try (InputStream content = stored.open(4)) {
            assertEquals(-1, content.read());
        }
    }

    @Test
    void store_thatTheScannerRefuses_leavesNothing() {
        UploadException refusal = UploadException.infected(FILE, "Eicar");
        assertSame(refusal, assertThrows(UploadException.class, () -> storage()
                .store(FILE, new ByteArrayInputStream(new byte[] {1, 2, 3}), (file, content) -> {
                    try (InputStream in = content.open()) {
                        assertArrayEquals(new byte[] {1, 2, 3}, in.readAllBytes());
                    }
                    throw refusal;
                })));
        assertEquals(List.of(), assertDoesNotThrow(this::kept));
    }

    private StoredFile store(byte[] bytes) throws IOException {
        return storage().store(FILE, new ByteArrayInputStream(bytes));
    }
}
