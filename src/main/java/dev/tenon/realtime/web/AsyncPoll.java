package dev.tenon.realtime.web;

import dev.tenon.realtime.engine.EngineError;
import dev.tenon.realtime.engine.PollExchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A poll that waits in the container without a thread. */
final class AsyncPoll implements PollExchange, AsyncListener {
    private static final Logger LOG = System.getLogger(AsyncPoll.class.getName());
    private static final String TEXT = "text/plain; charset=UTF-8";

    private final AsyncContext async;
    private final HttpServletResponse response;
    private final Executor answerer;
    private final AtomicBoolean answered = new AtomicBoolean();

    private AsyncPoll(AsyncContext async, HttpServletResponse response, Executor answerer) {
        this.async = async;
        this.response = response;
        this.answerer = answerer;
    }

    /** Parks the request; the filters' own pair is named, because the short form gives the container's raw request. */
    static AsyncPoll park(HttpServletRequest request, HttpServletResponse response, Duration limit, Executor answerer) {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(limit.toMillis());
        AsyncPoll poll = new AsyncPoll(async, response, answerer);
        async.addListener(poll);
        return poll;
    }

    @Override
    public void answer(byte[] payload) {
        once(() -> write(payload));
    }

    /** What fits into the container's buffer is written at once; more must not make the sender wait for a slow reader. */
    private void write(byte[] payload) throws IOException {
        Answers.head(response, TEXT, payload.length);
        ServletOutputStream out = response.getOutputStream();
        if (payload.length < response.getBufferSize()) {
            out.write(payload);
            async.complete();
        } else {
            out.setWriteListener(new LargeAnswer(out, payload));
        }
    }

    @Override
    public void refuse(EngineError error) {
        once(() -> {
            Answers.refuse(response, error);
            async.complete();
        });
    }

    private void once(Answer answer) {
        if (answered.compareAndSet(false, true)) {
            answerer.execute(() -> run(answer));
        }
    }

    private void run(Answer answer) {
        try {
            answer.run();
        } catch (IOException | RuntimeException gone) {
            drop(gone);
        }
    }

    /** The client will be missed by the heartbeat; nothing here waits for it. */
    private void drop(Exception gone) {
        LOG.log(Level.TRACE, "a poll could not be answered", gone);
        try {
            async.complete();
        } catch (IllegalStateException completed) {
            LOG.log(Level.TRACE, "the poll was over", completed);
        }
    }

    /** Comes only after the deadline of the heartbeat, when an answer got stuck. */
    @Override
    public void onTimeout(AsyncEvent event) {
        answered.set(true);
        async.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        answered.set(true);
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    /** Writes to the client. */
    @FunctionalInterface
    private interface Answer {
        void run() throws IOException;
    }

    /** Runs on threads of the container, whenever the client took what came before. */
    private final class LargeAnswer implements WriteListener {
        private final ServletOutputStream out;
        private byte[] rest;

        LargeAnswer(ServletOutputStream out, byte[] rest) {
            this.out = out;
            this.rest = rest;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                if (rest == null) {
                    async.complete();
                    return;
                }
                byte[] payload = rest;
                rest = null;
                out.write(payload);
            }
        }

        @Override
        public void onError(Throwable gone) {
            LOG.log(Level.TRACE, "a client left while it was answered", gone);
            async.complete();
        }
    }
}
