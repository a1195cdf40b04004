package dev.tenon.realtime.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often somebody may guess: ten times a minute from one address, and from a hundred addresses in all, so that neither passwords nor memory nor
 * the processor are at the mercy of who guesses. Thread-safe.
 */
final class Tries {
    private static final int OF_ADDRESS = 10;
    private static final int ADDRESSES = 100;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final Map<String, Integer> counts = new HashMap<>();
    private final LongSupplier clock;
    private long began;

    /** @param clock in nanoseconds */
    Tries(LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** Counts a try before it is made, so that many at once do not pass; false if it is one too many. */
    synchronized boolean begin(String client) {
        String address = network(client);
        if (clock.getAsLong() - began >= WINDOW) {
            counts.clear();
            began = clock.getAsLong();
        }
        int before = counts.getOrDefault(address, 0);
        if (before == OF_ADDRESS || (before == 0 && counts.size() == ADDRESSES)) {
            return false;
        }
        counts.put(address, before + 1);
        return true;
    }

    /** Returns the address, or of one of IPv6 the network of 64 bits: whoever has one of them has them all (RFC 4291, section 2.5.4). */
    private static String network(String client) {
        try {
            byte[] bytes = client.indexOf(':') < 0
                    ? new byte[0]
                    : InetAddress.getByName(client).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : client;
        } catch (UnknownHostException e) {
            return client;
        }
    }

    /** Takes back a try that was right. */
    synchronized void succeeded(String client) {
        counts.computeIfPresent(network(client), (same, count) -> count == 1 ? null : count - 1);
    }
}
