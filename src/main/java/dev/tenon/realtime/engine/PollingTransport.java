package dev.tenon.realtime.engine;

import java.util.List;

/** HTTP long-polling: at most one request waits for something to send. */
final class PollingTransport implements Transport {
    private final Protocol protocol;
    private final int maxPayload;
    private PollExchange parked;

    PollingTransport(Protocol protocol, int maxPayload) {
        this.protocol = protocol;
        this.maxPayload = maxPayload;
    }

    @Override
    public String name() {
        return EngineOptions.POLLING;
    }

    /** Returns false if another poll waits already. */
    boolean park(PollExchange exchange) {
        boolean free = parked == null;
        if (free) {
            parked = exchange;
        }
        return free;
    }

    @Override
    public boolean isReady() {
        return parked != null;
    }

    @Override
    public Runnable next(Outbox outbox) {
        if (parked == null || outbox.isEmpty()) {
            return null;
        }
        PollExchange exchange = unpark();
        List<Frame> payload = outbox.pollPayload(maxPayload);
        return () -> answer(exchange, payload);
    }

    @Override
    public Runnable end(Frame farewell) {
        PollExchange exchange = unpark();
        return exchange == null ? () -> {} : () -> answer(exchange, List.of(farewell));
    }

    private void answer(PollExchange exchange, List<Frame> payload) {
        exchange.answer(protocol.encode(payload), protocol.isText(payload), mayCompress(payload));
    }

    private static boolean mayCompress(List<Frame> payload) {
        for (Frame frame : payload) {
            if (frame.compress()) {
                return true;
            }
        }
        return false;
    }

    /** Refuses the poll that waits: its client has said that it polls no more. */
    Runnable discard() {
        PollExchange exchange = unpark();
        return exchange == null ? () -> {} : () -> exchange.refuse(EngineError.BAD_REQUEST);
    }

    private PollExchange unpark() {
        PollExchange exchange = parked;
        parked = null;
        return exchange;
    }
}
