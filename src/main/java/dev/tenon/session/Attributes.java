package dev.tenon.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The attributes of one copy of a session: decoded when they are asked for, compared and encoded when they are saved. Any thread of the
 * request may use them; saving is for one thread at a time.
 */
final class Attributes {
    private final AttributeCodec codec;
    private final int maxSize;
    private final Map<String, byte[]> stored; // as the store has them
    private final Map<String, Attribute> present = new ConcurrentHashMap<>();
    private volatile ActivationEvents events = new ActivationEvents(null);

    /** Sets what the store has, and the size that no encoded attribute exceeds. */
    Attributes(AttributeCodec codec, int maxSize, Map<String, byte[]> stored) {
        this.codec = codec;
        this.maxSize = maxSize;
        this.stored = new ConcurrentHashMap<>(stored);
        this.stored.remove(CookieMemory.NAME); // of no concern to the application
        this.stored.forEach((name, bytes) -> present.put(name, Attribute.stored(name, bytes)));
    }

    /** Sets how values learn that they come and go; before that, there may be none that wants to know. */
    void tell(ActivationEvents activation) {
        events = activation;
    }

    boolean accepts(Object value) {
        return codec.accepts(value);
    }

    /** Returns null for one that is not there, or cannot be decoded. */
    Object get(String name) {
        Attribute attribute = present.get(name);
        return attribute == null ? null : attribute.value(codec, events);
    }

    void set(String name, Object value) {
        present.put(name, Attribute.of(name, value));
    }

    void remove(String name) {
        present.remove(name);
    }

    Set<String> names() {
        return Set.copyOf(present.keySet());
    }

    /** What the store does not have yet: set, removed, or changed in place after it was asked for. */
    SessionDelta changes(Optional<Duration> maxInactive) {
        Map<String, byte[]> set = new HashMap<>();
        present.forEach((name, attribute) -> {
            byte[] before = stored.get(name);
            if (before == null || attribute.mayHaveChanged()) {
                byte[] now = encode(name, attribute.value(codec, events));
                if (before == null || !(attribute.isOfStore() ? isSame(before, now) : Arrays.equals(before, now))) {
                    set.put(name, now);
                }
            }
        });
        Set<String> removed = new HashSet<>();
        for (String name : stored.keySet()) {
            if (!present.containsKey(name)) {
                removed.add(name);
            }
        }
        return new SessionDelta(set, removed, maxInactive);
    }

    void saved(SessionDelta delta) {
        stored.putAll(delta.set());
        stored.keySet().removeAll(delta.removed());
    }

    /** Some values are encoded otherwise once they were decoded: a HashMap writes its capacity. To save those would undo another request's change. */
    private boolean isSame(byte[] before, byte[] now) {
        try {
            return Arrays.equals(before, now) || Arrays.equals(codec.encode(codec.decode(before)), now);
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unreadable) {
            return false;
        }
    }

    /** What cannot be saved is taken back, so that the page that tells of the error has a session that can. */
    private byte[] encode(String name, Object value) {
        try {
            return encode(value);
        } catch (IOException | RuntimeException e) {
            takeBack(name);
            throw new IllegalStateException("The session attribute " + name + " cannot be saved: " + e.getMessage(), e);
        }
    }

    /** The value lives on after it was encoded. */
    private byte[] encode(Object value) throws IOException {
        events.willPassivate(value);
        byte[] bytes = codec.encode(value);
        events.didActivate(value);
        if (bytes.length > maxSize) {
            throw new IOException(
                    bytes.length + " bytes are more than the " + maxSize + " that tenon.session.attributeSize allows");
        }
        return bytes;
    }

    private void takeBack(String name) {
        byte[] before = stored.get(name);
        if (before == null) {
            present.remove(name);
        } else {
            present.put(name, Attribute.stored(name, before));
        }
    }
}
