package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which session a request has, and how it says so. */
interface SessionIdentityRows {
    SessionSite site();

    @Test
    default void row01_nameOfTheCookie_isTheApplications() throws Exception {
        assertTrue(begun("/main").setCookies().get(0).startsWith("tenon.sid="));
        assertTrue(begun("/conf").setCookies().get(0).startsWith("SHOPSID="));
    }

    private Guest begun(String application) throws Exception {
        Guest guest = site().guest(application);
        guest.get("/p/set?name=a&value=1");
        assertEquals(application.equals("/url") ? 0 : 1, guest.setCookies().size());
        return guest;
    }

    @Test
    default void row02_httpOnly_isTheApplications() throws Exception {
        assertTrue(begun("/main").setCookies().get(0).contains("; HttpOnly"));
        assertFalse(begun("/conf").setCookies().get(0).contains("HttpOnly"));
    }

    @Test
    default void row03_nameOfTheUrlParameter_isThatOfTheCookie() throws Exception {
        assertTrue(site().guest("/url").get("/p/encodeNew").startsWith("a;SHOPSID="));
    }

    @Test
    default void row04_idInTheUrl_onlyWhereUrlsAreTracked() throws Exception {
        String[] urls = site().guest("/url").get("/p/encodeNew").split(" ", -1);
        String id = urls[0].substring("a;SHOPSID=".length());
        assertEquals("b;SHOPSID=" + id, urls[1]);
        assertEquals("true", site().guest("/url").get("/p/has;SHOPSID=" + id));
        assertEquals("a b", begun("/main").get("/p/encode"));
        assertEquals("a b", site().guest("/main").get("/p/encodeNew"));
    }

    @Test
    default void row05_requestedIdFrom_isTheTransport() throws Exception {
        assertTrue(begun("/main").get("/p/asked").endsWith(" true true false"));
        String id = site().guest("/url").get("/p/encodeNew").split("[= ]", 3)[1];
        assertEquals(id + " true false true", site().guest("/url").get("/p/asked;SHOPSID=" + id));
    }

    @Test
    default void row06_requestedId_isWhatWasSent() throws Exception {
        assertEquals("null false false false", site().guest().get("/p/asked"));
        assertEquals(
                "made-up false true false",
                site().guest().with("tenon.sid", "made-up").get("/p/asked"));
        Guest guest = begun("/main");
        assertTrue(guest.get("/p/asked").startsWith(guest.cookie("tenon.sid") + " "));
    }

    @Test
    default void row07_requestedIdValid_forALiveSessionOnly() throws Exception {
        Guest guest = begun("/main");
        Guest same = guest.at("/main");
        assertTrue(guest.get("/p/asked").contains(" true "));
        guest.get("/p/end");
        assertTrue(same.get("/p/asked").endsWith(" false true false"));
        assertTrue(
                site().guest().with("tenon.sid", "A".repeat(43)).get("/p/asked").endsWith(" false true false"));
    }

    @Test
    default void row08_getSessionFalse_createsNothing() throws Exception {
        Guest guest = site().guest();
        assertEquals("false", guest.get("/p/has"));
        assertEquals(List.of(), guest.setCookies());
    }

    @Test
    default void row09_getSessionTwice_isOneSession() throws Exception {
        assertEquals("true", site().guest().get("/p/same"));
        assertEquals("true", begun("/main").get("/p/same"));
    }

    @Test
    default void row10_getSessionAfterCommit_needsOneThatIsThere() throws Exception {
        assertEquals("IllegalStateException", site().guest().get("/p/late"));
        assertEquals("nothing", begun("/main").get("/p/late"));
    }

    @Test
    default void row11_isNew_untilTheClientJoins() throws Exception {
        Guest guest = site().guest();
        assertEquals("true", guest.get("/p/isNew"));
        guest.get("/p/set?name=a&value=1");
        assertEquals("false", guest.get("/p/isNew"));
        assertEquals("true", site().guest().get("/p/isNew"));
    }

    @Test
    default void row12_isNewAfterTheEnd_throws() throws Exception {
        assertTrue(site().guest().get("/p/afterEnd").startsWith("true "));
    }

    @Test
    default void row13_getIdAfterTheEnd_works() throws Exception {
        assertTrue(site().guest().get("/p/afterEnd").startsWith("true true "));
    }

    @Test
    default void row44_changeSessionId_killsTheOldOne() throws Exception {
        Guest guest = begun("/main");
        Guest old = guest.at("/main");
        String id = guest.get("/p/changeId");
        assertEquals(id, guest.cookie("tenon.sid"));
        assertNotEquals(id, old.cookie("tenon.sid"));
        assertEquals("1", guest.get("/p/get?name=a"));
        assertEquals("false", old.get("/p/has"));
        assertEquals(500, site().guest().status("/p/changeId"));
    }

    @Test
    default void row54_cookieConfig_cannotBeChangedOnceStarted() throws Exception {
        assertEquals("IllegalStateException", site().guest().get("/p/cookieConfig"));
        String header = begun("/conf").setCookies().get(0);
        assertTrue(header.contains("; Path=/conf;"), header);
        boolean dropped = site().guest("/conf").get("/p/sameSite").equals("null"); // Payara 6.2025.10 does so
        assertTrue(header.contains(dropped ? "; SameSite=Lax" : "; SameSite=Strict"), header);
    }

    @Test
    default void row55_secure_asTheApplicationSays() throws Exception {
        assertTrue(begun("/conf").setCookies().get(0).contains("; Secure"));
        assertFalse(begun("/main").setCookies().get(0).contains("Secure"));
    }

    @Test
    default void row56_maxAge_isTheCookies() throws Exception {
        assertTrue(begun("/conf").setCookies().get(0).contains("; Max-Age=600"));
        assertFalse(begun("/main").setCookies().get(0).contains("Max-Age"));
    }

    @Test
    default void row57_trackingModes_areHonoured() throws Exception {
        assertEquals("[URL]", site().guest("/url").get("/p/tracking"));
        assertEquals(List.of(), begun("/url").setCookies());
        assertTrue(site().guest("/main").get("/p/tracking").contains("COOKIE"));
    }
}
