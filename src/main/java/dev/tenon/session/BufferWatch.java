package dev.tenon.session;

import jakarta.servlet.ServletResponse;

/** Knows when the container will commit the response by itself: its buffer is full, or the announced length is reached. */
final class BufferWatch {
    private final ServletResponse response;
    private final SessionExchange exchange;
    private long expected = -1;
    private long written;

    BufferWatch(ServletResponse response, SessionExchange exchange) {
        this.response = response;
        this.exchange = exchange;
    }

    /** The body will have so many bytes; less than zero if that is not known. */
    void expect(long length) {
        expected = length;
    }

    /** The length may be announced by a header, too; what is no number announces nothing. */
    void header(String name, String value) {
        if ("Content-Length".equalsIgnoreCase(name) && value != null && value.matches("\\d{1,18}")) {
            expect(Long.parseLong(value));
        }
    }

    /** The body begins again. */
    void restart() {
        written = 0;
    }

    /** So many bytes are about to be written, or fewer: too early is no harm, what changes later is saved later. */
    void beforeWriting(long bytes) {
        written += bytes;
        if (written >= response.getBufferSize() || (expected >= 0 && written >= expected)) {
            beforeFlush();
        }
    }

    void beforeFlush() {
        exchange.beforeResponse();
    }
}
