package dev.tenon.realtime;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import dev.tenon.kernel.web.Languages;
import dev.tenon.realtime.protocol.Packet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The ears of a socket. Listeners may be added and removed by any thread; they run on the threads that {@link Realtime} names, never under a lock. */
abstract class ListeningSocket implements Socket {
    private static final Logger LOG = System.getLogger(ListeningSocket.class.getName());

    private final EventListeners listeners = new EventListeners();
    private final EndListeners disconnecting = new EndListeners("disconnecting");
    private final EndListeners disconnect = new EndListeners("disconnect");
    private volatile Hooks hooks; // null until one is added

    @Override
    public Socket on(String event, EventListener listener) {
        listeners.add(event, listener, false);
        return this;
    }

    @Override
    public Socket once(String event, EventListener listener) {
        listeners.add(event, listener, true);
        return this;
    }

    @Override
    public Socket off(String event, EventListener listener) {
        listeners.remove(event, listener);
        return this;
    }

    @Override
    public Socket removeAllListeners(String event) {
        listeners.removeAll(event);
        return this;
    }

    @Override
    public Socket removeAllListeners() {
        listeners.removeAll();
        return this;
    }

    @Override
    public Socket onAny(EventListener listener) {
        ownHooks().incoming().add(listener);
        return this;
    }

    @Override
    public Socket prependAny(EventListener listener) {
        ownHooks().incoming().add(0, listener);
        return this;
    }

    @Override
    public Socket offAny(EventListener listener) {
        ownHooks().incoming().remove(listener);
        return this;
    }

    @Override
    public Socket offAny() {
        ownHooks().incoming().clear();
        return this;
    }

    @Override
    public Socket onAnyOutgoing(EventListener listener) {
        ownHooks().outgoing().add(listener);
        return this;
    }

    @Override
    public Socket prependAnyOutgoing(EventListener listener) {
        ownHooks().outgoing().add(0, listener);
        return this;
    }

    @Override
    public Socket offAnyOutgoing(EventListener listener) {
        ownHooks().outgoing().remove(listener);
        return this;
    }

    @Override
    public Socket offAnyOutgoing() {
        ownHooks().outgoing().clear();
        return this;
    }

    @Override
    public Socket use(EventMiddleware middleware) {
        ownHooks().middleware().add(middleware);
        return this;
    }

    @Override
    public Socket onError(ErrorListener listener) {
        ownHooks().errors().add(listener);
        return this;
    }

    @Override
    public Socket onUpgrade(Consumer<String> listener) {
        ownHooks().upgrade().add(listener);
        return this;
    }

    @Override
    public Socket onDisconnecting(Consumer<String> listener) {
        disconnecting.add(listener);
        return this;
    }

    @Override
    public Socket onDisconnect(Consumer<String> listener) {
        disconnect.add(listener);
        return this;
    }

    private synchronized Hooks ownHooks() {
        if (hooks == null) {
            hooks = Hooks.create();
        }
        return hooks;
    }

    private Hooks hooks() {
        Hooks added = hooks;
        return added == null ? Hooks.NONE : added;
    }

    /** Runs a task in its turn among what the client sends. */
    abstract void inOrder(Runnable task);

    /** Counts an event that was refused. */
    abstract void countRefusal(HttpProblem problem);

    /** Hears an event, in its turn. */
    void hear(Args event) {
        event.onRefusal(error -> inOrder(() -> refused(error, event)));
        Hooks all = hooks();
        all.incoming().forEach(listener -> run(listener, event));
        List<EventMiddleware> middleware = all.middleware();
        if (middleware.isEmpty()) {
            handle(event);
        } else {
            EventPassage.begin(this, event, List.copyOf(middleware));
        }
    }

    /** Runs the handlers of an event, in its turn; one that throws does not keep the next from running. */
    void handle(Args event) {
        if (connected()) {
            listeners.each(event.event(), listener -> run(listener, event));
        }
    }

    /**
     * Tells that an event was refused. Where values in it were, its client is told each of them by the ack that it waits for, unless a
     * listener of errors answered.
     */
    void refused(TenonException error, Args event) {
        List<ErrorListener> errors = hooks().errors();
        if (errors.isEmpty()) { // a client's mistake: no line for each in the log
            LOG.log(Level.DEBUG, "Refused event ''{0}'': {1}", event.event(), error.getMessage());
        }
        countRefusal(error.problem());
        errors.forEach(listener -> Guard.run("the refusal of an event", () -> listener.on(error, event)));
        HttpProblem problem =
                error.problem(Languages.of(handshake().header("Accept-Language").orElse(null)));
        if (problem.extensions().containsKey("errors")) {
            event.ack(problem.members());
        }
    }

    /** Tells that an event goes out. */
    void tellOutgoing(Packet packet, Executor listening) {
        List<EventListener> outgoing = hooks().outgoing();
        if (!outgoing.isEmpty()) {
            Args sent = Args.of(packet, null);
            listening.execute(() -> outgoing.forEach(listener -> run(listener, sent)));
        }
    }

    void tellUpgrade(String transport) {
        hooks().upgrade().forEach(listener -> Guard.run("upgrade", () -> listener.accept(transport)));
    }

    void tellDisconnecting(String reason) {
        disconnecting.fire(reason);
    }

    void tellDisconnect(String reason) {
        disconnect.fire(reason);
    }

    private void run(EventListener listener, Args event) {
        Guard.run("event '" + event.event() + "'", () -> {
            try {
                listener.on(event);
            } catch (TenonException e) {
                refused(e, event);
            }
        });
    }
}
