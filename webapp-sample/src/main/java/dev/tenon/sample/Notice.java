package dev.tenon.sample;

import java.util.List;

/** An event for everybody in a room of the desk. */
record Notice(String room, String event, List<Object> args) {
    /** The room of all tabs of all agents. */
    static final String AGENTS = "agents";

    static Notice of(String room, String event, Object... args) {
        return new Notice(room, event, List.of(args));
    }

    /** Returns the room of all tabs of an agent. */
    static String agentRoom(String agent) {
        return "agent:" + agent;
    }

    /** Returns the room of all tabs of a customer. */
    static String customerRoom(String customer) {
        return "customer:" + customer;
    }
}
