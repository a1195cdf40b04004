package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How long a session lives, and what is left of it. */
interface SessionLifeRows {
    SessionSite site();

    private Guest begun(String application) throws Exception {
        Guest guest = site().guest(application);
        guest.get("/p/set?name=a&value=1");
        return guest;
    }

    private static long number(Guest guest, String path) throws Exception {
        return Long.parseLong(guest.get(path));
    }

    @Test
    default void row14_creationTime_neverChanges() throws Exception {
        Guest guest = begun("/main");
        long created = number(guest, "/p/created");
        guest.get("/p/changeId");
        assertEquals(created, number(guest, "/p/created"));
    }

    @Test
    default void row15_lastAccess_isThePreviousRequest() throws Exception {
        Guest guest = begun("/strict");
        long created = number(guest, "/p/created");
        long before = number(guest, "/p/now");
        long accessed = number(guest, "/p/accessed");
        assertTrue(accessed >= created && accessed <= before, created + " " + accessed + " " + before);
        assertTrue(number(guest, "/p/accessed") >= before);
        long own = number(guest, "/p/now");
        assertTrue(number(guest, "/p/accessed") <= own, "marked when the request came");
        Guest fresh = site().guest("/strict");
        assertEquals(fresh.get("/p/firstTimes"), "true");
    }

    @Test
    default void row16_requestThatNeverAsks_countsWhereAccessIsStrict() throws Exception {
        Guest strict = begun("/strict");
        long before = number(strict, "/p/now");
        strict.get("/index.html");
        assertTrue(number(strict, "/p/accessed") > before);
        Guest usual = begun("/main");
        long created = number(usual, "/p/created");
        usual.get("/index.html");
        assertEquals(created, number(usual, "/p/accessed"));
    }

    @Test
    default void row17_servletContext_isTheApplications() throws Exception {
        assertEquals("true", begun("/main").get("/p/context"));
        assertTrue(begun("/main").get("/p/afterEnd").startsWith("true true true"));
    }

    @Test
    default void row18_interval_isKept() throws Exception {
        Guest guest = begun("/main");
        guest.get("/p/setInterval?seconds=77");
        assertEquals("77", guest.get("/p/interval"));
        assertTrue(guest.get("/p/afterEnd").endsWith(" nothing"));
    }

    @Test
    default void row19_intervalOfZeroOrLess_neverEnds() throws Exception {
        for (String seconds : new String[] {"0", "-1"}) {
            Guest guest = begun("/strict");
            guest.get("/p/setInterval?seconds=" + seconds);
            Guest mortal = begun("/strict");
            mortal.get("/p/setInterval?seconds=1");
            Waiting.until(
                    "the other session expired", () -> mortal.get("/p/has").equals("false"), 1_500);
            assertEquals("1", guest.get("/p/get?name=a"));
            assertEquals(seconds, guest.get("/p/interval"));
        }
    }

    @Test
    default void row20_interval_isTheSessionTimeout() throws Exception {
        assertEquals("420", begun("/main").get("/p/interval"));
    }

    @Test
    default void row21_expiredSession_isNotSeen_alsoBeforeTheSweep() throws Exception {
        Guest guest = begun("/main"); // where sweeps come once a minute
        guest.get("/p/setInterval?seconds=1");
        Waiting.until("it expired", () -> guest.get("/p/has").equals("false"), 1_500);
        assertTrue(guest.get("/p/asked").endsWith(" false true false"));
    }

    @Test
    default void row22_sessionThatExpiresInARequest_staysItsSession() throws Exception {
        assertEquals("1 nothing", site().guest().get("/p/outlive"));
    }

    @Test
    default void row23_endedSession_throwsWhenAsked() throws Exception {
        assertTrue(begun("/main").get("/p/afterEnd").startsWith("true "));
    }

    @Test
    default void row24_getSessionAfterTheEnd_isAnother() throws Exception {
        assertEquals("true true", begun("/main").get("/p/nextAfterEnd"));
    }

    @Test
    default void row26_endedSession_isNotBroughtBackByALateWriter() throws Exception {
        Guest guest = begun("/main");
        Guest slow = guest.at("/main");
        CompletableFuture<String> late = slow.ask("/p/setSlowly?name=late&value=1&millis=1000");
        Waiting.until("the slow request has the session", () -> true, 300);
        guest.at("/main").get("/p/end");
        late.join();
        assertEquals("false", guest.get("/p/has"));
    }
}
