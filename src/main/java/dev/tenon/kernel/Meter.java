package dev.tenon.kernel;

import java.util.function.LongSupplier;

/**
 * One number that an operator may watch.
 *
 * @param name the feature, a dot, and what it is in camel case: {@code session.loads}
 * @param tag what tells several meters of one name apart, such as an error code; empty where there is one only
 * @param description a sentence for people
 * @param kind how the number moves
 * @param value what reads it; cheap, and callable from any thread
 */
public record Meter(String name, String tag, String description, Kind kind, LongSupplier value) {
    /** How the number of a meter moves. */
    public enum Kind {
        /** How often something happened: only grows. */
        COUNT,
        /** How many bytes went by: only grows. */
        BYTES,
        /** How long something took in all, in nanoseconds: only grows. */
        TIME,
        /** How many there are now. */
        GAUGE
    }

    /** Returns the feature that it belongs to, the first part of its name. */
    public String feature() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Returns its name inside the feature, with the tag behind a dot if it has one. */
    public String localName() {
        String local = name.substring(name.indexOf('.') + 1);
        return tag.isEmpty() ? local : local + "." + tag;
    }

    /** Returns the number. */
    public long read() {
        return value.getAsLong();
    }
}
