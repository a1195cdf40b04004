package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One session over all dispatches of a request, and none of another application's. */
interface SessionRequestRows {
    SessionSite site();

    @Test
    default void row49_session_isOfOneApplication() throws Exception {
        Guest guest = site().guest();
        guest.get("/p/set?name=here&value=1");
        assertEquals("false", guest.at("/other").get("/p/has"));
        String elsewhere = guest.get("/p/elsewhere");
        assertTrue(elsewhere.equals("{here=here}") || elsewhere.equals("not allowed"), elsewhere);
        assertEquals("[here]", guest.get("/p/names"));
    }

    @Test
    default void row50_dispatches_seeOneSession() throws Exception {
        Guest guest = site().guest();
        assertEquals("1", guest.get("/p/forward"));
        assertEquals("2", guest.get("/p/include"));
        assertEquals("3", guest.get("/p/async"));
        guest.get("/p/asyncWork");
        assertEquals("4", guest.get("/p/get?name=a"));
        assertEquals(418, guest.status("/p/error"));
        assertEquals("5", guest.get("/p/get?name=a"));
        Guest included = site().guest();
        assertEquals("2", included.get("/p/include"));
        assertEquals("2", included.get("/p/get?name=a"), "a session made in an include has its cookie");
    }
}
