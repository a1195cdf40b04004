package dev.tenon.realtime.admin;

import dev.tenon.json.Json;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.RemoteSocket;
import dev.tenon.realtime.Socket;
import dev.tenon.realtime.adapter.RoomEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the pages are told of single sockets, in development. */
final class WatchedSockets {
    /** Nobody looks at more. */
    private static final int MOST = 2_000;

    /** What they take together, in characters: one message about all of them must leave room in the queue of the page, of 4 MiB by default. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Map<String, WatchedSocket> byId = new ConcurrentHashMap<>();
    private final Feed feed;
    private final SecretRooms secrets;

    WatchedSockets(Feed feed, SecretRooms secrets) {
        this.feed = feed;
        this.secrets = secrets;
    }

    /** @param isPage see {@link WatchedSocket#begin} */
    void connected(Socket socket, boolean isPage) {
        WatchedSocket watched = new WatchedSocket(socket, feed);
        byId.put(socket.id(), watched);
        watched.begin(isPage);
        socket.onDisconnect(reason -> byId.remove(socket.id(), watched));
    }

    /** Tells from now on who joins and leaves rooms. */
    void tellRooms(Namespace namespace) {
        namespace.onRoomEvent(event -> {
            if (event.type() == RoomEvent.Type.JOIN) {
                tellRoom("room_joined", namespace, event);
            } else if (event.type() == RoomEvent.Type.LEAVE) {
                tellRoom("room_left", namespace, event);
            }
        });
    }

    private void tellRoom(String what, Namespace namespace, RoomEvent event) {
        if (secrets.contains(event.room())) {
            return;
        }
        Object[] args = {namespace.name(), event.room(), event.id(), Feed.now()};
        if (byId.containsKey(event.id())) {
            feed.tell(what, args);
        } else {
            feed.tellOthers(
                    event.id(), what, args); // a page that joins its own room was not told yet that it is connected
        }
    }

    /** Tells what the application keeps with sockets, of those where it changed. */
    void tellData() {
        if (feed.isHeard()) {
            byId.values().forEach(WatchedSocket::tellData);
        }
    }

    /** Tells a page which sockets there are, on all servers; on this one where the others do not answer. */
    void tellAll(Socket page, KnownNamespaces namespaces) {
        CompletionStage<Stream<Map<String, Object>>> all = CompletableFuture.completedStage(Stream.empty());
        for (Namespace namespace : namespaces.all()) {
            all = all.thenCombine(sockets(namespace), Stream::concat);
        }
        all.thenAccept(forms -> page.emit("all_sockets", asManyAsFit(forms.iterator())));
    }

    private static List<Map<String, Object>> asManyAsFit(Iterator<Map<String, Object>> forms) {
        List<Map<String, Object>> shown = new ArrayList<>();
        int room = MOST_CHARACTERS;
        while (shown.size() < MOST && forms.hasNext()) {
            Map<String, Object> form = forms.next();
            room -= Json.write(form).length();
            if (room < 0) {
                break;
            }
            shown.add(form);
        }
        return shown;
    }

    private static CompletionStage<Stream<Map<String, Object>>> sockets(Namespace namespace) {
        CompletionStage<List<RemoteSocket>> found = namespace
                .fetchSockets()
                .exceptionallyCompose(late -> namespace.local().fetchSockets());
        return found.thenApply(fetched -> fetched.stream().map(socket -> SocketForm.of(socket, namespace.name())));
    }
}
