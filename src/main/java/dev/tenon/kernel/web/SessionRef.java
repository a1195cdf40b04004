package dev.tenon.kernel.web;

/** Names a session without holding it: what a socket or an upload that belongs to the session keeps. Equal when the session is the same. */
public interface SessionRef {
    /** The attribute by which a session tells its alias, also through what is wrapped around it: {@value}. */
    String ALIAS = "dev.tenon.alias";

    /**
     * Returns the public alias of the session: random, the same after {@code changeSessionId}, and of no use to
     * open the session. It may be shown to other clients; the id of a session, or a hash of it, never.
     */
    String alias();
}
