package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryStorageTest {
    private static final IncomingFile FILE = new IncomingFile("file", "a.txt", "7bit", "text/plain");

    @Test
    void adopt_takesTheFileFromWhereItLay(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("received"), new byte[] {1, 2});
        assertArrayEquals(
                new byte[] {1, 2}, UploadStorage.memory().adopt(FILE, path).buffer());
        assertFalse(Files.exists(path));
    }

    @Test
    void file_isReadUntilItIsRemoved() throws IOException {
        StoredFile file = UploadStorage.memory().store(FILE, new ByteArrayInputStream(new byte[] {1, 2}));
        assertArrayEquals(new byte[] {1, 2}, file.buffer());
        assertArrayEquals(new byte[] {1, 2}, file.open().readAllBytes());
        file.remove();
        file.remove();
        assertNull(file.buffer());
        assertThrows(IOException.class, file::open);
    }
}
