package dev.tenon.realtime.admin;

import dev.tenon.realtime.Handshake;
import dev.tenon.realtime.Middleware;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Next;
import dev.tenon.realtime.Socket;
import java.util.Map;
import java.util.function.BiPredicate;

/** Asks a page for a name and a password, once: it is given an id with which it may come back to any server of the cluster. */
final class SignIn implements Middleware {
    private static final String SESSION_BEGAN = "tenon:admin-session";

    private final AdminSessions sessions = new AdminSessions(System::nanoTime);
    private final Tries tries = new Tries(System::nanoTime);
    private final BiPredicate<String, String> known;
    private final Namespace admin;

    private SignIn(BiPredicate<String, String> known, Namespace admin) {
        this.known = known;
        this.admin = admin;
    }

    /** Lets nobody but these into the namespace. */
    static void require(BiPredicate<String, String> known, Namespace admin) {
        SignIn signIn = new SignIn(known, admin);
        admin.use(signIn);
        admin.onConnection(signIn::begin);
        admin.onServerSideEvent(SESSION_BEGAN, args -> signIn.sessions.add(args.text(0)));
    }

    @Override
    public void handle(Socket page, Next next) {
        Map<String, Object> auth = page.handshake().auth();
        if (sessions.knows(auth.get("sessionId"))) {
            next.run();
        } else if (auth.get("username") instanceof String name && auth.get("password") instanceof String password) {
            check(page.handshake(), name, password, next);
        } else {
            next.refuse("invalid credentials"); // the page's own words, which it says in the language of its reader
        }
    }

    private void check(Handshake handshake, String name, String password, Next next) {
        if (!tries.begin(handshake.address())) {
            next.refuse("too many attempts");
        } else if (known.test(name, password)) {
            tries.succeeded(handshake.address());
            next.run();
        } else {
            next.refuse("invalid credentials");
        }
    }

    private void begin(Socket page) {
        if (!sessions.knows(page.handshake().auth().get("sessionId"))) {
            String id = AdminSessions.newId();
            String digest = AdminSessions.digest(id);
            sessions.add(digest);
            admin.serverSideEmit(SESSION_BEGAN, digest);
            page.emit("session", id);
        }
    }
}
