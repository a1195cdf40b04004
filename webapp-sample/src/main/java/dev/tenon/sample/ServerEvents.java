package dev.tenon.sample;

import dev.tenon.realtime.Namespace;

/** What the desks of other servers send: nothing, as long as this one is alone. */
final class ServerEvents {
    private final ServerDesk desk;

    ServerEvents(ServerDesk desk) {
        this.desk = desk;
    }

    void listen(Namespace namespace) {
        namespace.onServerSideEvent(
                "whereabouts",
                args -> desk.hear(args.text(0), args.get(1, Side.class), args.text(2), args.get(3, Whereabouts.class)));
        namespace.onServerSideEvent("roll", args -> desk.hear(args.text(0), args.get(1, Roll.class)));
    }
}
