package dev.tenon.upload;

import dev.tenon.upload.content.RandomContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stored file whose first bytes are known: it is opened only for what comes behind them. */
final class KnownHead implements RandomContent {
    private final StoredFile file;
    private final byte[] head;

    KnownHead(StoredFile file, byte... head) {
        this.file = file;
        this.head = head;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream open(long from) throws IOException {
        boolean whole = file.size() <= head.length;
        int start = (int) Math.min(from, head.length);
        return whole ? new ByteArrayInputStream(head, start, head.length - start) : file.open(from);
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        boolean known = from >= 0 && from <= (long) head.length - length;
        return known
                ? Arrays.copyOfRange(head, (int) from, (int) from + length)
                : RandomContent.super.read(from, length);
    }
}
