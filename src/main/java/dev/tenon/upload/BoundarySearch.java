package dev.tenon.upload;

import java.util.Arrays;

/**
 * Finds the delimiter of a multipart body by Horspool's algorithm: it looks at every n-th byte only, n being the length of the delimiter.
 * However a client chooses boundary and content, the work stays linear. A candidate is compared from its first byte on; that is a CR, and
 * no other byte of a delimiter is, so two candidates never share a byte that was compared with success. Immutable.
 */
final class BoundarySearch {
    private final byte[] delimiter;
    private final int[] skips = new int[256];

    /** @param delimiter begins with a CR and has no other */
    BoundarySearch(byte[] delimiter) {
        this.delimiter = delimiter;
        Arrays.fill(skips, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            skips[delimiter[i] & 255] = delimiter.length - 1 - i;
        }
    }

    /** Returns where the delimiter begins between the two positions, or -1. */
    int find(byte[] bytes, int from, int to) {
        int reach = delimiter.length - 1;
        byte last = delimiter[reach];
        for (int i = from + reach; i < to; i += skips[bytes[i] & 255]) {
            if (bytes[i] == last && isAt(bytes, i - reach)) {
                return i - reach;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] bytes, int start) {
        return bytes[start] == delimiter[0]
                && Arrays.equals(bytes, start, start + delimiter.length, delimiter, 0, delimiter.length);
    }
}
