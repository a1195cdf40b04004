package dev.tenon.realtime.adapter;

import java.util.List;

/** Is told who received a broadcast that asks for answers, and what they answered. Called from any thread, never under a lock. */
public interface Answers {
    /** Hears, once from each server, how many of its sockets received the broadcast. */
    void sent(int sockets);

    /**
     * Hears what one socket answered.
     *
     * @param args the arguments of its ack; from another server no more than the first one, as in the reference
     */
    void answered(List<Object> args);
}
