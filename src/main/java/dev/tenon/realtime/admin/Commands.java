package dev.tenon.realtime.admin;

import dev.tenon.realtime.Args;
import dev.tenon.realtime.ArgumentException;
import dev.tenon.realtime.Broadcast;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Socket;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a page may ask for: an event to sockets, that they join a room, leave it, or are disconnected. A namespace that only other servers have is
 * asked for there.
 */
final class Commands {
    private static final String OF_OTHER_SERVER = "tenon:admin-";

    private static final Map<String, Command> BY_NAME = Map.of(
            "emit", new Command(1, (to, args) -> to.emit(args.text(2), values(args, 3))),
            "join", new Command(2, (to, args) -> to.socketsJoin(args.text(1))),
            "leave", new Command(2, (to, args) -> to.socketsLeave(args.text(1))),
            "_disconnect", new Command(2, (to, args) -> to.disconnectSockets(Boolean.TRUE.equals(args.get(1)))));

    private final Namespace admin;
    private final KnownNamespaces namespaces;

    Commands(Namespace admin, KnownNamespaces namespaces) {
        this.admin = admin;
        this.namespaces = namespaces;
    }

    /** Takes them from the pages of all servers. */
    void begin() {
        admin.onConnection(this::takeFrom);
        BY_NAME.forEach((name, command) -> admin.onServerSideEvent(
                OF_OTHER_SERVER + name,
                args -> namespaces.find(args.text(0)).ifPresent(found -> command.run(found.local(), args))));
    }

    private void takeFrom(Socket page) {
        BY_NAME.forEach((name, command) -> page.on(name, args -> namespaces
                .find(args.text(0))
                .ifPresentOrElse(
                        found -> command.run(found.broadcast(), args),
                        () -> admin.serverSideEmit(OF_OTHER_SERVER + name, values(args, 0)))));
    }

    private static Object[] values(Args args, int from) {
        return IntStream.range(from, args.size()).mapToObj(args::get).toArray();
    }

    /**
     * One of them.
     *
     * @param room the place of the room that limits it to some sockets, where one is said; else it is meant for all of the namespace
     */
    private record Command(int room, Action action) {
        void run(Broadcast everybody, Args args) {
            boolean all = args.get(room) == null || "".equals(args.get(room));
            try {
                action.run(all ? everybody : everybody.in(args.text(room)), args);
            } catch (IllegalArgumentException e) {
                throw new ArgumentException(e.getMessage());
            }
        }
    }

    @FunctionalInterface
    private interface Action {
        void run(Broadcast to, Args args);
    }
}
