package dev.tenon.upload;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What a storage may give that keeps no bytes.
 *
 * @param removed is told the name when the file is removed
 */
record NotKept(String filename, long size, List<String> removed) implements StoredFile {
    @Override
    public Path path() {
        return null;
    }

    @Override
    public InputStream open() {
        return InputStream.nullInputStream();
    }

    @Override
    public void remove() {
        removed.add(filename);
    }
}
