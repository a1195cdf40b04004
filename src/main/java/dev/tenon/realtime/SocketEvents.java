package dev.tenon.realtime;

import dev.tenon.realtime.Handlers.Five;
import dev.tenon.realtime.Handlers.Four;
import dev.tenon.realtime.Handlers.One;
import dev.tenon.realtime.Handlers.Three;
import dev.tenon.realtime.Handlers.Two;
import java.util.function.Consumer;

/**
 * What a socket hears. Everything that one client sends is handled in the order of the wire, one thing after the other, mostly on the thread
 * that received it: see {@link Realtime}. Not for applications to implement.
 */
public interface SocketEvents {
    /**
     * Adds a handler of an event. Events that nobody handles are dropped.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved; use {@link #onDisconnecting} and {@link #onDisconnect} for the end
     */
    Socket on(String event, EventListener listener);

    /**
     * Adds a handler that is given the arguments of the event as Java values: see {@link Args#get(int, Class)}. An event whose arguments are
     * missing or of other types is refused, as {@link #onError} hears; more arguments are passed over.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A> Socket on(String event, Class<A> a, One<A> handler) {
        return on(event, args -> handler.on(args.get(0, a)));
    }

    /**
     * Adds a handler that is given the arguments of the event as Java values, and what answers it.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A> Socket on(String event, Class<A> a, Two<A, Ack> handler) {
        return on(event, args -> handler.on(args.get(0, a), new Ack(args)));
    }

    /**
     * Adds a handler of an event with two arguments.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B> Socket on(String event, Class<A> a, Class<B> b, Two<A, B> handler) {
        return on(event, args -> handler.on(args.get(0, a), args.get(1, b)));
    }

    /**
     * Adds a handler of an event with two arguments, which may answer it.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B> Socket on(String event, Class<A> a, Class<B> b, Three<A, B, Ack> handler) {
        return on(event, args -> handler.on(args.get(0, a), args.get(1, b), new Ack(args)));
    }

    /**
     * Adds a handler of an event with three arguments.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B, C> Socket on(String event, Class<A> a, Class<B> b, Class<C> c, Three<A, B, C> handler) {
        return on(event, args -> handler.on(args.get(0, a), args.get(1, b), args.get(2, c)));
    }

    /**
     * Adds a handler of an event with three arguments, which may answer it.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B, C> Socket on(String event, Class<A> a, Class<B> b, Class<C> c, Four<A, B, C, Ack> handler) {
        return on(event, args -> handler.on(args.get(0, a), args.get(1, b), args.get(2, c), new Ack(args)));
    }

    /**
     * Adds a handler of an event with four arguments.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B, C, D> Socket on(
            String event, Class<A> a, Class<B> b, Class<C> c, Class<D> d, Four<A, B, C, D> handler) {
        return on(event, args -> handler.on(args.get(0, a), args.get(1, b), args.get(2, c), args.get(3, d)));
    }

    /**
     * Adds a handler of an event with four arguments, which may answer it.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    default <A, B, C, D> Socket on(
            String event, Class<A> a, Class<B> b, Class<C> c, Class<D> d, Five<A, B, C, D, Ack> handler) {
        return on(
                event,
                args -> handler.on(args.get(0, a), args.get(1, b), args.get(2, c), args.get(3, d), new Ack(args)));
    }

    /**
     * Adds a handler of the next event of this name, and of no other.
     *
     * @return this
     * @throws IllegalArgumentException if the name is reserved
     */
    Socket once(String event, EventListener listener);

    /**
     * Removes a handler that was given to {@link #on(String, EventListener)} or {@link #once}. Does nothing if it is not there.
     *
     * @return this
     */
    Socket off(String event, EventListener listener);

    /**
     * Removes all handlers of an event, typed ones included.
     *
     * @return this
     */
    Socket removeAllListeners(String event);

    /**
     * Removes all handlers of all events; catch-all listeners stay.
     *
     * @return this
     */
    Socket removeAllListeners();

    /**
     * Adds a listener that hears every event of the client before middleware and handlers.
     *
     * @return this
     */
    Socket onAny(EventListener listener);

    /**
     * Adds such a listener before all others.
     *
     * @return this
     */
    Socket prependAny(EventListener listener);

    /**
     * Removes such a listener. Does nothing if it is not there.
     *
     * @return this
     */
    Socket offAny(EventListener listener);

    /**
     * Removes all such listeners.
     *
     * @return this
     */
    Socket offAny();

    /**
     * Adds a listener that hears every event that is sent to this client, alone or with others, before it leaves, on the thread that sends it. What
     * comes from other servers it hears on a worker's thread, later, in the order in which that was sent. It should be quick. Acks are no events.
     *
     * @param listener given the values as they were given to {@code emit}
     * @return this
     */
    Socket onAnyOutgoing(EventListener listener);

    /**
     * Adds such a listener before all others.
     *
     * @return this
     */
    Socket prependAnyOutgoing(EventListener listener);

    /**
     * Removes such a listener. Does nothing if it is not there.
     *
     * @return this
     */
    Socket offAnyOutgoing(EventListener listener);

    /**
     * Removes all such listeners.
     *
     * @return this
     */
    Socket offAnyOutgoing();

    /**
     * Adds a step that every event of this socket must pass before its handlers; steps run in the order in which they were added. An event whose
     * step goes on later is handled then, in turn with the others; those behind it do not wait.
     *
     * @return this
     */
    Socket use(EventMiddleware middleware);

    /**
     * Adds a listener of events that were refused: by middleware, because their arguments do not fit, or because a handler threw a {@link
     * dev.tenon.kernel.TenonException}. The client is told nothing unless the listener does so, for instance by the ack; but of values that
     * validation refused it is told by the ack, as in an RFC 9457 problem, unless the listener answered. Without a listener a refusal is logged
     * at level DEBUG.
     *
     * @return this
     */
    Socket onError(ErrorListener listener);

    /**
     * Adds a listener of the change to another transport, in its turn among the events.
     *
     * @param listener given the name of the new transport
     * @return this
     */
    Socket onUpgrade(Consumer<String> listener);

    /**
     * Adds a listener of the end that still sees the rooms; given the reason as {@link #onDisconnect} is.
     *
     * @return this
     */
    Socket onDisconnecting(Consumer<String> listener);

    /**
     * Adds a listener of the end. It runs exactly once, on the thread that ended the socket; at once if it ended already.
     *
     * @param listener given the reason in Socket.IO's words: {@code client namespace disconnect}, {@code server namespace disconnect},
     *     {@code transport close}, {@code transport error}, {@code ping timeout}, {@code parse error}, {@code forced close}, {@code server
     *     shutting down}; or in Tenon's own: {@code slow consumer}, {@code rate limit exceeded}
     * @return this
     */
    Socket onDisconnect(Consumer<String> listener);
}
