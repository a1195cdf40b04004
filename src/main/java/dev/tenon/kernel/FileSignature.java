package dev.tenon.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Bytes at a place in the head of a file by which its type is known; some of them may be any. */
final class FileSignature {
    private static final int ANY = -1;

    private final FileType type;
    private final int offset;
    private final int[] bytes;

    private FileSignature(FileType type, int offset, int[] bytes) {
        this.type = type;
        this.offset = offset;
        this.bytes = bytes;
    }

    /** @param pattern two hexadecimal digits for each byte, {@code ..} for any, or text in apostrophes; blanks between them */
    static FileSignature of(String mediaType, String extensions, int offset, String pattern) {
        int[] bytes = Arrays.stream(pattern.split(" "))
                .flatMapToInt(FileSignature::parsed)
                .toArray();
        return new FileSignature(FileType.of(mediaType, extensions), offset, bytes);
    }

    private static IntStream parsed(String item) {
        if (item.startsWith("'")) {
            return item.substring(1, item.length() - 1).chars();
        }
        return IntStream.of(item.equals("..") ? ANY : Integer.parseInt(item, 16));
    }

    FileType type() {
        return type;
    }

    boolean matches(byte[] head) {
        if (head.length < offset + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != ANY && bytes[i] != (head[offset + i] & 255)) {
                return false;
            }
        }
        return true;
    }
}
