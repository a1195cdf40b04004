package dev.tenon.realtime.admin;

import dev.tenon.realtime.engine.EngineSocket;
import dev.tenon.realtime.engine.Frame;
import java.util.List;

/** Counts what is sent over a connection. */
final class CountedSocket implements EngineSocket {
    private final EngineSocket socket;
    private final Traffic traffic;

    CountedSocket(EngineSocket socket, Traffic traffic) {
        this.socket = socket;
        this.traffic = traffic;
    }

    @Override
    public void send(List<Frame> frames) {
        traffic.sent(frames);
        socket.send(frames);
    }

    @Override
    public boolean queue(List<Frame> frames) {
        boolean queued = socket.queue(frames);
        if (queued) {
            traffic.sent(frames);
        }
        return queued;
    }

    @Override
    public void sendVolatile(List<Frame> frames) {
        if (socket.isWritable()) {
            traffic.sent(frames);
        }
        socket.sendVolatile(frames);
    }

    @Override
    public String sid() {
        return socket.sid();
    }

    @Override
    public int protocol() {
        return socket.protocol();
    }

    @Override
    public String transport() {
        return socket.transport();
    }

    @Override
    public boolean isWritable() {
        return socket.isWritable();
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public boolean inOrder(Runnable task) {
        return socket.inOrder(task);
    }

    @Override
    public void close() {
        socket.close();
    }
}
