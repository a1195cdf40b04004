package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a storage does that an application writes in one method. */
class UploadStorageTest {
    private static final IncomingFile FILE = new IncomingFile("file", "a.txt", "7bit", "text/plain");

    /** Else the client reads of an error of the server where a virus was found. */
    @Test
    void refusedFileThatCannotBeRemoved_isStillRefused() {
        UploadException refusal = new UploadException(UploadCode.FILE_INFECTED, null, "file", "a.txt", null);
        IOException away = new IOException("the storage is away");
        UploadStorage storage = (file, content) -> new Unremovable(away);
        UploadException thrown = assertThrows(
                UploadException.class,
                () -> storage.store(FILE, InputStream.nullInputStream(), (file, stored) -> {
                    throw refusal;
                }));
        assertSame(refusal, thrown);
        assertEquals(List.of(away), List.of(thrown.getSuppressed()));
    }

    private record Unremovable(IOException failure) implements StoredFile {
        @Override
        public String filename() {
            return "a";
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public Path path() {
            return null;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }

        @Override
        public void remove() throws IOException {
            throw failure;
        }
    }
}
