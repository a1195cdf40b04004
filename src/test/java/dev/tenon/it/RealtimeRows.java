package dev.tenon.it;

/** The stock clients, over each transport. */
final class RealtimeRows extends Rows {
    RealtimeRows() {
        row("realtime polling", server -> echo(server, "polling"));
        row("realtime websocket", server -> echo(server, "websocket"));
        row("realtime upgrade", server -> echo(server, "polling,websocket"));
        row("realtime clients from 2.2 to 4.8 polling", server -> clients(server, "polling"));
        row("realtime clients from 2.2 to 4.8 websocket", server -> clients(server, "websocket"));
        row("realtime clients from 2.2 to 4.8 upgrade", server -> clients(server, "polling,websocket"));
        row("realtime tutorial", server -> Node.run("tutorial.mjs", base(server)));
    }

    private static void echo(Server server, String transports) throws Exception {
        Node.run("echo.mjs", base(server), transports);
    }

    private static void clients(Server server, String transports) throws Exception {
        Node.fetchPackages();
        Node.run("clients.mjs", base(server), transports);
    }

    private static String base(Server server) {
        return server.uri(Sample.AT + "/").toString();
    }
}
