package dev.tenon.realtime.adapter;

/** Makes the adapter of each namespace. Thread-safe. */
@FunctionalInterface
public interface AdapterFactory {
    /** Returns a new adapter, which does nothing before {@link Adapter#init}. */
    Adapter create(LocalSockets sockets);
}
