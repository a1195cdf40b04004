package dev.tenon.realtime.admin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms that are named after the secret id of a client of version 2, the only one that it knows. No page may see them. Thread-safe. */
final class SecretRooms {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    void add(String id) {
        ids.add(id);
    }

    void remove(String id) {
        ids.remove(id);
    }

    /** @param room the id itself in the main namespace; behind the name of any other, and a hash */
    boolean contains(String room) {
        return ids.contains(room.substring(room.lastIndexOf('#') + 1));
    }
}
