package dev.tenon.realtime;

import java.util.List;
import java.util.function.Consumer;

/** The end of an event's way through the middleware of its socket. Where a step goes on later, the event is handled in turn with later ones. */
final class EventPassage implements Passage.Gate {
    private final ListeningSocket socket;
    private final Args event;

    /** Who brought the event, as long as it is its turn. */
    private volatile Thread turn = Thread.currentThread();

    private EventPassage(ListeningSocket socket, Args event) {
        this.socket = socket;
        this.event = event;
    }

    /** Sends an event on its way; called in its turn. */
    static void begin(ListeningSocket socket, Args event, List<EventMiddleware> middleware) {
        List<Consumer<Next>> steps = middleware.stream()
                .<Consumer<Next>>map(step -> next -> step.handle(event, next))
                .toList();
        EventPassage passage = new EventPassage(socket, event);
        Passage.begin(passage, steps);
        passage.turn = null;
    }

    @Override
    public void pass() {
        inTurn(() -> socket.handle(event));
    }

    @Override
    public void refuse(String message, Object data) {
        inTurn(() -> socket.refused(new RefusedException(message, data), event));
    }

    private void inTurn(Runnable task) {
        if (turn == Thread.currentThread()) {
            task.run();
        } else {
            socket.inOrder(task);
        }
    }

    @Override
    public String toString() {
        return "event '" + event.event() + "'";
    }
}
