package dev.tenon.it;

/** The stock client, over each transport. */
final class RealtimeRows extends Rows {
    RealtimeRows() {
        row("realtime polling", server -> echo(server, "polling"));
        row("realtime websocket", server -> echo(server, "websocket"));
        row("realtime upgrade", server -> echo(server, "polling,websocket"));
        row("realtime tutorial", server -> Node.run("tutorial.mjs", base(server)));
    }

    private static void echo(Server server, String transports) throws Exception {
        Node.run("echo.mjs", base(server), transports);
    }

    private static String base(Server server) {
        return server.uri(Sample.AT + "/").toString();
    }
}
