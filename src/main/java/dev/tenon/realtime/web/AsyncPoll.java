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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A poll: answered by the thread of its request when something waits for it, else kept in the container without a thread. The answer may
 * come from any thread at any time; until the request is parked it is left to the thread of the request.
 */
final class AsyncPoll implements PollExchange, AsyncListener {
    private static final Logger LOG = System.getLogger(AsyncPoll.class.getName());
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String BYTES = "application/octet-stream";
    private static final Answer PARKED = new Answer(0, "", null, new byte[0]);
    private static final Answer WRITING = new Answer(0, "", null, new byte[0]);
    private static final Answer STREAMING = new Answer(0, "", null, new byte[0]);
    private static final Answer OVER = new Answer(0, "", null, new byte[0]);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Executor answerer;
    private final Compression compression;
    private final String acceptEncoding;
    private final AtomicReference<Answer> state = new AtomicReference<>();
    private AsyncContext async; // set before the state is PARKED

    AsyncPoll(HttpServletRequest request, HttpServletResponse response, Executor answerer, Compression compression) {
        this.request = request;
        this.response = response;
        this.answerer = answerer;
        this.compression = compression;
        this.acceptEncoding = request.getHeader("Accept-Encoding");
    }

    @Override
    public void answer(byte[] payload, boolean text, boolean compress) {
        String coding = compress ? compression.codingFor(payload.length, acceptEncoding) : null;
        byte[] body = coding == null ? payload : Compression.compress(payload, coding);
        give(new Answer(HttpServletResponse.SC_OK, text ? TEXT : BYTES, coding, body));
    }

    @Override
    public void refuse(EngineError error) {
        give(new Answer(error.status(), "application/json", null, error.toJson().getBytes(StandardCharsets.US_ASCII)));
    }

    private void give(Answer answer) {
        if (!state.compareAndSet(null, answer) && state.compareAndSet(PARKED, answer)) {
            answerer.execute(() -> write(answer));
        }
    }

    /** Answers, or waits for an answer; called once by the thread of the request, after the engine has the poll. */
    void settle(Duration limit) throws IOException {
        Answer early = state.get();
        if (early != null && fits(early)) {
            early.begin(response).write(early.body);
            return;
        }
        // The filters' own pair is named, because the short form gives the container's raw request.
        async = request.startAsync(request, response);
        async.setTimeout(limit.toMillis());
        async.addListener(this);
        if (!state.compareAndSet(null, PARKED)) {
            write(state.get());
        }
    }

    /** Returns whether the container's buffer takes it all: more must not make the sender wait for a slow reader. */
    private boolean fits(Answer answer) {
        return answer.body.length < response.getBufferSize();
    }

    private void write(Answer answer) {
        boolean fits = fits(answer);
        if (!state.compareAndSet(answer, fits ? WRITING : STREAMING)) {
            return; // it came too late
        }
        try {
            ServletOutputStream out = answer.begin(response);
            if (fits) {
                out.write(answer.body);
                async.complete();
            } else {
                out.setWriteListener(new LargeAnswer(out, answer.body));
            }
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

    /** Comes only after the deadline of the heartbeat, when an answer got stuck. A small one that is being written completes by itself. */
    @Override
    public void onTimeout(AsyncEvent event) {
        if (state.getAndSet(OVER) != WRITING) {
            async.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        state.set(OVER);
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}

    /** What the client is told. */
    private static final class Answer {
        private final int status;
        private final String type;
        private final String coding; // null for none
        private final byte[] body;

        Answer(int status, String type, String coding, byte[] body) {
            this.status = status;
            this.type = type;
            this.coding = coding;
            this.body = body;
        }

        ServletOutputStream begin(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            Answers.head(response, type, body.length);
            if (coding != null) {
                response.setHeader("Content-Encoding", coding);
            }
            return response.getOutputStream();
        }
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
