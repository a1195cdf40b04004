package dev.tenon.realtime.engine;

import java.util.List;

/** HTTP long-polling: at most one request waits for something to send. */
final class PollingTransport implements Transport {
    private final int maxPayload;
    private PollExchange parked;

    PollingTransport(int maxPayload) {
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
        return () -> exchange.answer(Payload.encode(payload));
    }

    @Override
    public Runnable end(Frame farewell) {
        PollExchange exchange = unpark();
        return exchange == null ? () -> {} : () -> exchange.answer(Payload.encode(farewell));
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
