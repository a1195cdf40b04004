package dev.tenon.realtime.engine;

/**
 * A WebSocket: one message is in flight, the next one follows from its callback. Tomcat throws when a second one is sent meanwhile, and
 * Open Liberty 26 loses it.
 */
final class WebSocketTransport implements Transport, WebSocketChannel.SendCallback {
    private final Carriage carriage;
    private final WebSocketChannel channel;
    private boolean inFlight;

    WebSocketTransport(Carriage carriage, WebSocketChannel channel) {
        this.carriage = carriage;
        this.channel = channel;
    }

    @Override
    public String name() {
        return EngineOptions.WEBSOCKET;
    }

    @Override
    public boolean isReady() {
        return !inFlight;
    }

    @Override
    public Runnable next(Outbox outbox) {
        Frame frame = inFlight ? null : outbox.poll();
        if (frame == null) {
            return null;
        }
        inFlight = true;
        return () -> write(frame);
    }

    private void write(Frame frame) {
        if (frame instanceof Frame.Text text) {
            channel.send(text.packet(), this);
        } else {
            carriage.send((Frame.Binary) frame, channel, this);
        }
    }

    /** The message in flight arrived; called under the lock like the rest. */
    void landed() {
        inFlight = false;
    }

    @Override
    public Runnable end(Frame farewell) {
        return channel::close;
    }

    @Override
    public void sent() {
        carriage.sent(this);
    }

    @Override
    public void failed() {
        carriage.lost(this);
    }
}
