package dev.tenon.sample;

import dev.tenon.upload.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;

/** The file of a message, as it lies in the database. */
record StoredContent(Messages messages, long conversation, int seq, long size) implements StoredFile {
    @Override
    public String filename() {
        return conversation + "-" + seq;
    }

    @Override
    public Path path() {
        return null;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(messages.content(conversation, seq));
    }

    @Override
    public void remove() {
        throw new UnsupportedOperationException("what was said stays");
    }
}
