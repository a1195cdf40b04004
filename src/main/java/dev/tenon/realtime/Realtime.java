package dev.tenon.realtime;

/** The Socket.IO server of an application: what its documentation calls {@code io}. Thread-safe. */
public interface Realtime {}
