package dev.tenon.realtime.adapter;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What servers tell each other about a socket. Thread-safe. */
public interface SocketDetails {
    /** Returns the ids of sockets. */
    static Set<String> ids(Collection<SocketDetails> sockets) {
        return sockets.stream().map(SocketDetails::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns its public id. */
    String id();

    /** Returns how it came, as the reference writes it: {@code headers, time, address, xdomain, secure, issued, url, query, auth}. */
    Map<String, Object> handshake();

    /** Returns the rooms that it was in when it was asked. */
    Set<String> rooms();

    /** Returns what the application keeps with it; of a socket of another server a copy. */
    Map<String, Object> data();
}
