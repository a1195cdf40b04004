package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.web.SessionRef;
import dev.tenon.kernel.web.TrustedProxies;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the other features get. */
class StoredSessionAccessTest {
    private final SessionsOfATest test = new SessionsOfATest();
    private final TransportChoice transport = new TransportChoice(
            SessionsOfATest.context(), SessionOptions.builder().build(), TrustedProxies.parse(""), test.sessions.ids());
    private final SessionFilter filter = new SessionFilter(test.sessions, transport);
    private final StoredSessionAccess access = new StoredSessionAccess(test.sessions, transport, filter);
    private final StoredHttpSession session = test.saved();
    private final SessionRef ref = session.copy().ref();

    @Test
    void find_inARequest() throws Exception {
        run(session.getId(), request -> assertEquals(Optional.of(ref), access.find(request)));
    }

    @Test
    void find_withoutSession_makesNone() throws Exception {
        run("", request -> {
            assertEquals(Optional.empty(), access.find(request));
            assertNull(request.getSession(false));
        });
    }

    @Test
    void find_ofANewSession_canBeOpenedAtOnce() throws Exception {
        run("", request -> {
            request.getSession().setAttribute("a", 1);
            SessionRef found = access.find(request).orElseThrow();
            assertTrue(access.access(found, open -> assertEquals(1, open.getAttribute("a"))));
        });
    }

    @Test
    void find_thatPassedNoFilter() {
        assertEquals(Optional.of(ref), access.find(request(session.getId())));
        assertEquals(Optional.empty(), access.find(request(SessionId.random().text())));
        assertEquals(Optional.empty(), access.find(request("")));
    }

    @Test
    void access_keepsWhatTheWorkChanged() {
        assertTrue(access.access(ref, open -> open.setAttribute("a", 1)));
        assertEquals(1, test.next(session).getAttribute("a"));
    }

    @Test
    void access_afterAChangeOfId() {
        session.copy().rename(SessionId.random().text());
        assertTrue(access.access(ref, open -> open.setAttribute("a", 1)));
        assertEquals(1, test.next(session).getAttribute("a"));
    }

    @Test
    void access_thatThrows_keepsNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> access.access(ref, open -> {
                    open.setAttribute("a", 1);
                    throw new IllegalArgumentException("of the application");
                }));
        assertNull(test.next(session).getAttribute("a"));
    }

    @Test
    void access_afterTheEnd() {
        session.invalidate();
        assertFalse(access.access(ref, open -> open.setAttribute("a", 1)));
    }

    @Test
    void access_toARowThatBelongsToAnotherByNow() {
        SessionRef other = new StoredRef(((StoredRef) ref).row(), "another alias");
        assertFalse(access.access(other, open -> open.setAttribute("a", 1)));
    }

    @Test
    void invalidateFromOutside_endsTheSession() {
        List<SessionRef> ended = new ArrayList<>();
        access.onEnd(ended::add);
        assertTrue(access.access(ref, open -> open.invalidate()));
        assertEquals(List.of(ref), ended);
        assertNull(test.next(session));
    }

    @Test
    void alias_isNotTheId() {
        assertFalse(SessionId.isPossible(ref.alias()));
        assertTrue(test.sessions.find(ref.alias()).isEmpty());
        access.access(ref, open -> assertEquals(ref.alias(), open.getId()));
    }

    private void run(String id, Consumer<HttpServletRequest> application) throws Exception {
        filter.doFilter(
                request(id), response(), (request, response) -> application.accept((HttpServletRequest) request));
    }

    private static HttpServletRequest request(String id) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                StoredSessionAccessTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getHeaders" -> Collections.enumeration(id.isEmpty() ? List.of() : List.of("tenon.sid=" + id));
                    case "getHeader" -> null;
                    case "getDispatcherType" -> DispatcherType.REQUEST;
                    case "isAsyncStarted", "isSecure" -> false;
                    case "getRemoteAddr" -> "127.0.0.1";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                StoredSessionAccessTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isCommitted" -> false;
                    case "getHeaders" -> List.of();
                    case "addHeader" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
