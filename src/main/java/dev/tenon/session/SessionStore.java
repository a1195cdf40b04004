package dev.tenon.session;

/** Keeps sessions. Thread-safe. */
public interface SessionStore {}
