package dev.tenon.it;

/** A real database server on loopback, started for one test class, with an empty database. */
public interface DatabaseServer extends AutoCloseable {
    /** Returns the URL of the database, user included; there is no password. */
    String url();

    @Override
    void close();
}
