package dev.tenon.it.inside;

import dev.tenon.realtime.Socket;
import dev.tenon.realtime.cdi.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Handles what clients say. */
@ApplicationScoped
public class Clerk {
    @Inject
    private Till till;

    /** Answers with what it was given, and how often the till of this event was asked. */
    @OnEvent("order")
    String order(Socket socket, String item, int count) {
        till.ask();
        return count + " " + item + " " + till.ask() + " " + socket.connected();
    }
}
