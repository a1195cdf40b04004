package dev.tenon.kernel.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address with the number of leading bits that count (RFC 4632). */
record Network(InetAddress address, int bits) {
    /** Only literals: a name would be looked up in DNS. */
    private static final Pattern LITERAL = Pattern.compile(
            "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}|\\[?(?=[0-9a-fA-F]*:)[0-9a-fA-F:.]+]?");

    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = address(parts[0]);
        int all = address.getAddress().length * 8;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("'" + text + "' has not 0 to " + all + " bits");
        }
        return new Network(address, bits);
    }

    /** False for what is no address, too: some proxies add the port, and clients send what they like. */
    boolean contains(String other) {
        try {
            return other != null && contains(address(other));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress address(String text) {
        if (!LITERAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no IP address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is no IP address", e);
        }
    }
}
