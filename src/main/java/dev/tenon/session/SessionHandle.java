package dev.tenon.session;

import java.time.Duration;
import java.util.Optional;

/** The session of one request for those who know that it is stored; {@code exchange} is null outside a request. */
record SessionHandle(StoredHttpSession session, SessionExchange exchange) implements StoredSession {
    @Override
    public Optional<Duration> maxAge() {
        Optional<Duration> own = session.copy().ownMaxAge();
        return exchange == null ? own : own.or(exchange::maxAge);
    }

    @Override
    public void maxAge(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("maxAge: " + duration + " is less than a second");
        }
        session.copy().ownMaxAge(duration);
        save();
    }

    @Override
    public String alias() {
        return session.copy().ref().alias();
    }

    @Override
    public String regenerate() {
        if (exchange == null) {
            throw new IllegalStateException("outside a request nobody can tell the browser a new id");
        }
        return exchange.changeId();
    }

    @Override
    public void save() {
        session.copy().requireSave();
        if (exchange != null) {
            exchange.requireTelling();
        }
    }

    @Override
    public void manuallyCommit() {
        if (exchange == null) {
            session.save();
        } else {
            exchange.commitNow();
        }
    }
}
