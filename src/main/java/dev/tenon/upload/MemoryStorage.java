package dev.tenon.upload;

import dev.tenon.kernel.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

/** Keeps files in memory, for as long as somebody holds them. */
final class MemoryStorage implements UploadStorage {
    static final MemoryStorage INSTANCE = new MemoryStorage();

    private MemoryStorage() {}

    @Override
    public StoredFile store(IncomingFile file, InputStream content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.transferTo(bytes);
        return new MemoryFile(HexFormat.of().formatHex(Tokens.random(16)), bytes.toByteArray());
    }

    private static final class MemoryFile implements StoredFile {
        private final String filename;
        private final long size;
        private volatile byte[] bytes; // null once removed

        MemoryFile(String filename, byte[] bytes) {
            this.filename = filename;
            this.size = bytes.length;
            this.bytes = bytes;
        }

        @Override
        public String filename() {
            return filename;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Path path() {
            return null;
        }

        @Override
        public byte[] buffer() {
            return bytes;
        }

        @Override
        public InputStream open() throws IOException {
            byte[] content = bytes;
            if (content == null) {
                throw new NoSuchFileException(filename);
            }
            return new ByteArrayInputStream(content);
        }

        @Override
        public void remove() {
            bytes = null;
        }
    }
}
