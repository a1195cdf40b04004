package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of HttpSession (Jakarta Servlet 6.0, chapter 7 and its Javadoc). */
class StoredHttpSessionTest {
    private final SessionsOfATest test = new SessionsOfATest();
    private final StoredHttpSession session = test.saved();

    @Test
    void isNew_untilTheNextRequest() {
        assertTrue(session.isNew());
        assertFalse(test.next(session).isNew());
    }

    @Test
    void times_ofTheFirstRequest() {
        assertEquals(SessionsOfATest.START.toEpochMilli(), session.getCreationTime());
        assertEquals(SessionsOfATest.START.toEpochMilli(), session.getLastAccessedTime());
    }

    @Test
    void lastAccessedTime_isThePreviousRequest() {
        test.pass(Duration.ofMinutes(2));
        StoredHttpSession second = test.next(session);
        second.save();
        assertEquals(SessionsOfATest.START.toEpochMilli(), second.getLastAccessedTime());
        StoredHttpSession third = test.next(session);
        assertEquals(SessionsOfATest.START.plusSeconds(120).toEpochMilli(), third.getLastAccessedTime());
        assertEquals(SessionsOfATest.START.toEpochMilli(), third.getCreationTime());
    }

    @Test
    void access_isWrittenOnceAMinute() {
        test.pass(Duration.ofSeconds(59));
        test.next(session).save();
        assertEquals(SessionsOfATest.START.toEpochMilli(), test.next(session).getLastAccessedTime());
    }

    @Test
    void access_ofAShortSessionIsWrittenSooner() {
        session.setMaxInactiveInterval(10);
        session.save();
        for (int i = 0; i < 30; i++) {
            test.pass(Duration.ofSeconds(1));
            test.next(session).save();
        }
        assertNotNull(test.next(session));
    }

    @Test
    void strictAccess_writesEachDown() {
        SessionsOfATest strict =
                new SessionsOfATest(SessionOptions.builder().strictAccess(true).build());
        StoredHttpSession first = strict.saved();
        strict.pass(Duration.ofMillis(5));
        strict.next(first).save();
        assertEquals(
                SessionsOfATest.START.plusMillis(5).toEpochMilli(),
                strict.next(first).getLastAccessedTime());
    }

    @Test
    void timeout_comesFromTheApplication() {
        assertEquals(30 * 60, session.getMaxInactiveInterval());
        test.pass(Duration.ofMinutes(30));
        assertNull(test.next(session));
    }

    @Test
    void timeout_canBeSetAndIsKept() {
        session.setMaxInactiveInterval(5);
        session.save();
        assertEquals(5, test.next(session).getMaxInactiveInterval());
        test.pass(Duration.ofSeconds(5));
        assertNull(test.next(session));
    }

    /** Another request may look in between, and so may the sweep. */
    @Test
    void timeout_thatIsShortened_countsFromThisAccess_afterEachStatement() {
        List<Boolean> alive = new ArrayList<>();
        SessionStore watched = (SessionStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SessionStore.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(test.store, arguments);
                    alive.add(test.next(session) != null);
                    return result;
                });
        test.pass(Duration.ofMinutes(10));
        StoredHttpSession again = test.over(watched).find(session.getId()).orElseThrow();
        again.setMaxInactiveInterval(120);
        again.save();
        assertEquals(List.of(true, true, true), alive); // found, touched, saved
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void timeout_zeroOrLess_never(int seconds) {
        session.setMaxInactiveInterval(seconds);
        session.save();
        test.pass(Duration.ofDays(10_000));
        assertEquals(seconds, test.next(session).getMaxInactiveInterval());
        assertFalse(test.sessions.endExpired(10));
        assertNotNull(test.next(session));
    }

    @Test
    void attributes_ofTwoRequests() {
        session.setAttribute("a", new ArrayList<>(List.of(1)));
        session.save();
        StoredHttpSession second = test.next(session);
        assertEquals(List.of(1), second.getAttribute("a"));
        assertSame(second.getAttribute("a"), second.getAttribute("a"));
        assertEquals(List.of("a"), Collections.list(second.getAttributeNames()));
        second.removeAttribute("a");
        assertFalse(second.getAttributeNames().hasMoreElements());
        second.save();
        assertNull(test.next(session).getAttribute("a"));
    }

    @Test
    void attributes_atTheEdges() {
        assertNull(session.getAttribute("unknown"));
        assertNull(session.getAttribute(null));
        session.removeAttribute("unknown");
        session.removeAttribute(null);
        session.setAttribute("a", 1);
        session.setAttribute("a", null);
        assertNull(session.getAttribute("a"));
        assertThrows(IllegalArgumentException.class, () -> session.setAttribute(null, 1));
        session.setAttribute("n".repeat(700), 1);
        assertThrows(IllegalArgumentException.class, () -> session.setAttribute("n".repeat(701), 1));
        assertThrows(IllegalArgumentException.class, () -> session.setAttribute("用".repeat(234), 1));
        assertThrows(IllegalArgumentException.class, () -> session.setAttribute("a", new Object()));
    }

    @Test
    void invalidate_leavesNothingToAskFor() {
        String id = session.getId();
        session.invalidate();
        List<Consumer<HttpSession>> calls = List.of(
                HttpSession::invalidate,
                HttpSession::isNew,
                HttpSession::getCreationTime,
                HttpSession::getLastAccessedTime,
                HttpSession::getAttributeNames,
                each -> each.getAttribute("a"),
                each -> each.setAttribute("a", 1),
                each -> each.removeAttribute("a"));
        calls.forEach(call -> assertThrows(IllegalStateException.class, () -> call.accept(session)));
        assertEquals(id, session.getId());
        assertEquals(30 * 60, session.getMaxInactiveInterval());
        assertNull(test.next(session));
    }

    @Test
    void rename_keepsEverythingElse() {
        session.setAttribute("a", 1);
        session.save();
        String old = session.getId();
        assertEquals(session.copy().rename(SessionId.random().text()), session.getId());
        assertNotEquals(old, session.getId());
        assertTrue(test.sessions.find(old).isEmpty());
        assertEquals(1, test.next(session).getAttribute("a"));
    }

    @Test
    void rename_byTwoRequests_theFirstWins() {
        StoredHttpSession other = test.next(session);
        String id = session.copy().rename(SessionId.random().text());
        other.copy().rename(SessionId.random().text());
        other.setAttribute("a", 1);
        other.save();
        assertEquals(1, test.sessions.find(id).orElseThrow().getAttribute("a"));
    }

    @Test
    void endedByAnotherRequest_isNotRevived() {
        StoredHttpSession other = test.next(session);
        session.invalidate();
        other.setAttribute("a", 1);
        other.save();
        other.save();
        assertNull(test.next(other));
    }

    @Test
    void bindingListener_isToldInOrder() {
        Bound first = new Bound("first");
        Bound second = new Bound("second");
        session.setAttribute("a", first);
        session.setAttribute("a", first);
        session.setAttribute("a", second);
        session.removeAttribute("a");
        assertEquals(List.of("bound null", "unbound second"), first.events);
        assertEquals(List.of("bound first", "unbound null"), second.events);
    }

    @Test
    void bindingListener_ofAnEarlierRequest_isToldOfTheEnd() {
        session.setAttribute("a", new Bound("a"));
        session.save();
        StoredHttpSession second = test.next(session);
        Bound bound = (Bound) second.getAttribute("a");
        second.invalidate();
        assertEquals(List.of("bound null", "unbound invalid"), bound.events);
    }

    @Test
    void bindingListener_thatThrows_breaksNothing() {
        session.setAttribute("a", new Throwing());
        assertTrue(session.getAttribute("a") instanceof Throwing);
    }

    @Test
    void end_isToldOnce() {
        List<String> ended = new ArrayList<>();
        test.sessions.onEnd(ref -> ended.add(ref.alias()));
        StoredHttpSession other = test.next(session);
        session.invalidate();
        other.invalidate();
        assertEquals(List.of(session.copy().ref().alias()), ended);
    }

    @Test
    void expiry_isToldOnce() throws Exception {
        List<Object> ended = new ArrayList<>();
        AutoCloseable listening = test.sessions.onEnd(ended::add);
        StoredHttpSession later = test.saved();
        test.pass(Duration.ofMinutes(30));
        assertTrue(test.sessions.endExpired(1));
        assertTrue(test.sessions.endExpired(1));
        assertFalse(test.sessions.endExpired(1));
        assertEquals(Set.of(session.copy().ref(), later.copy().ref()), Set.copyOf(ended));
        listening.close();
        test.saved().invalidate();
        assertEquals(2, ended.size());
    }

    @Test
    void listeners_ofALife_inOrder() {
        session.setAttribute("a", 1);
        session.setAttribute("a", 2);
        session.removeAttribute("a");
        session.removeAttribute("a");
        session.setAttribute("b", 3);
        session.invalidate();
        assertEquals(
                List.of(
                        "added a=1 [a]",
                        "replaced a=1 [a]",
                        "removed a=2 []",
                        "added b=3 [b]",
                        "destroyed 2 [b]",
                        "destroyed 1 [b]",
                        "removed b=3 invalid"),
                test.notes.take());
    }

    @Test
    void listeners_areToldOnce_ofAnEndByTwoRequests() {
        StoredHttpSession other = test.next(session);
        session.invalidate();
        other.invalidate();
        assertEquals(List.of("destroyed 2 []", "destroyed 1 []"), test.notes.take());
    }

    @Test
    void listeners_areToldOfAnExpiry() {
        session.setAttribute("a", 1);
        session.save();
        test.notes.take();
        test.pass(Duration.ofMinutes(30));
        test.sessions.endExpired(10);
        test.sessions.endExpired(10);
        assertEquals(List.of("destroyed 2 [a]", "destroyed 1 [a]", "removed a=1 invalid"), test.notes.take());
    }

    @Test
    void activationListener_isToldAroundItsBytes() {
        Active value = new Active();
        session.setAttribute("a", value);
        session.save();
        assertEquals(List.of("will passivate a", "did activate a"), value.events);
        Active next = (Active) test.next(session).getAttribute("a");
        assertEquals(List.of("will passivate a", "did activate a"), next.events);
    }

    @Test
    void attributeThatCannotBeSaved_isTakenBack() {
        session.setAttribute("a", 1);
        session.save();
        session.setAttribute("a", new ArrayList<>(List.of(new Object())));
        session.setAttribute("b", 2);
        assertThrows(IllegalStateException.class, session::save);
        session.save();
        assertEquals(1, test.next(session).getAttribute("a"));
        assertEquals(2, test.next(session).getAttribute("b"));
    }

    /** Tells what it is told; what it hears before its bytes are made is in them. */
    private static final class Active implements HttpSessionActivationListener, Serializable {
        private static final long serialVersionUID = 1L;

        private final ArrayList<String> events = new ArrayList<>();

        @Override
        public void sessionWillPassivate(HttpSessionEvent event) {
            note("will passivate ", event);
        }

        @Override
        public void sessionDidActivate(HttpSessionEvent event) {
            note("did activate ", event);
        }

        private void note(String what, HttpSessionEvent event) {
            events.add(
                    what + String.join("", Collections.list(event.getSession().getAttributeNames())));
        }
    }

    /** Tells what it is told, and what of the session it sees then. */
    private static final class Bound implements HttpSessionBindingListener, Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final ArrayList<String> events = new ArrayList<>();

        Bound(String name) {
            this.name = name;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            events.add("bound " + seen(event.getSession()));
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            events.add("unbound " + seen(event.getSession()));
        }

        private static String seen(HttpSession session) {
            try {
                return session.getAttribute("a") instanceof Bound bound ? bound.name : "null";
            } catch (IllegalStateException e) {
                return "invalid";
            }
        }
    }

    private static final class Throwing implements HttpSessionBindingListener, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            throw new IllegalArgumentException("of the application");
        }
    }
}
