package dev.tenon.realtime;

import dev.tenon.kernel.web.WebApp;
import dev.tenon.realtime.engine.EngineAcceptor;
import java.util.Optional;

/** What watches a Socket.IO server from its start on, and is not seen by the application. Not for applications to implement. */
public interface Instrument {
    /** Watches nothing. */
    Instrument NONE = new Instrument() {};

    /**
     * Returns who is given new clients in the place of the server, and passes them on to it.
     *
     * @param server the server itself, which is returned unless this is overridden
     */
    default EngineAcceptor watch(EngineAcceptor server) {
        return server;
    }

    /** Hears of a socket that is connected, before the listeners of the application do. Does nothing unless overridden. */
    default void connected(Socket socket) {}

    /** Makes the instrument of an application that wants one. */
    @FunctionalInterface
    interface Maker {
        /**
         * Returns the instrument, while the context initializes; empty if the application wants none.
         *
         * @param clustered whether there may be other servers
         */
        Optional<Instrument> make(WebApp app, Realtime io, boolean clustered);
    }
}
