package dev.tenon.session;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/** Sessions in memory whose time stands still until a test moves it. */
final class SessionsOfATest extends Clock {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    final MemorySessionStore store = new MemorySessionStore();
    final Sessions sessions;
    final Notes notes = new Notes();

    private final SessionOptions options;
    private Instant now = START;

    SessionsOfATest() {
        this(SessionOptions.builder().allow("dev.tenon.session.*").build());
    }

    SessionsOfATest(SessionOptions options) {
        this.options = options;
        sessions = over(store);
    }

    /** The same over another store. */
    Sessions over(SessionStore other) {
        return new Sessions(context(), other, options, new SessionListeners(notes.listeners(), options.events()), this);
    }

    /** A context with a session timeout of 30 minutes, and without files. */
    static ServletContext context() {
        return context("/shop");
    }

    static ServletContext context(String contextPath) {
        return context(contextPath, Map.of());
    }

    /** One whose SessionCookieConfig answers so, by the names of its methods, and else as where nothing is set; what can be thrown is thrown. */
    static ServletContext context(String contextPath, Map<String, ?> cookieConfig) {
        return (ServletContext) Proxy.newProxyInstance(
                SessionsOfATest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSessionTimeout" -> 30;
                    case "getClassLoader" -> SessionsOfATest.class.getClassLoader();
                    case "getContextPath" -> contextPath;
                    case "getResource" -> null;
                    case "getSessionCookieConfig" -> cookie(cookieConfig);
                    case "getEffectiveSessionTrackingModes" -> Set.of(SessionTrackingMode.COOKIE);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static SessionCookieConfig cookie(Map<String, ?> answers) {
        return (SessionCookieConfig) Proxy.newProxyInstance(
                SessionsOfATest.class.getClassLoader(),
                new Class<?>[] {SessionCookieConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMaxAge" -> -1;
                    case "isSecure", "isHttpOnly" -> false;
                    case "getAttributes" ->
                        said(answers.containsKey("getAttributes") ? answers.get("getAttributes") : Map.of());
                    default -> said(answers.get(method.getName()));
                });
    }

    private static Object said(Object answer) throws Throwable {
        if (answer instanceof Throwable thrown) {
            throw thrown;
        }
        return answer;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** A new session that is in the store. */
    StoredHttpSession saved() {
        StoredHttpSession session = sessions.create(SessionId.random().text());
        session.save();
        return session;
    }

    /** The session as the next request has it; null if it has ended. */
    StoredHttpSession next(StoredHttpSession session) {
        return sessions.find(session.getId()).orElse(null);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
