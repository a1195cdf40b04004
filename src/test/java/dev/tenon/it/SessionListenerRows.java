package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Who is told what, when and how often. Of the two listeners that the application declares the first throws each time. */
interface SessionListenerRows {
    String UNBOUND = "unbound tea as b seen null";

    SessionSite site();

    private Guest silent(String application) throws Exception {
        Guest guest = site().guest(application);
        guest.get("/p/set?name=a&value=1");
        guest.get("/p/diary");
        return guest;
    }

    private static String heard(Guest guest, String... paths) throws Exception {
        for (String path : paths) {
            guest.get(path);
        }
        return guest.get("/p/diary");
    }

    /** Without what is told of bytes, which has a row of its own. */
    private static String bindings(Guest guest, String... paths) throws Exception {
        return heard(guest, paths)
                .lines()
                .filter(line -> !line.startsWith("passivates") && !line.startsWith("activated"))
                .reduce("", (all, line) -> all + "\n" + line)
                .strip();
    }

    private Guest withTea() throws Exception {
        Guest guest = silent("/main");
        guest.get("/p/setBound?value=tea");
        guest.get("/p/diary");
        return guest;
    }

    @Test
    default void row25_end_unbindsEverythingAfterIt() throws Exception {
        String heard = bindings(withTea(), "/p/end");
        assertTrue(heard.contains("unbound tea as b seen nothing, it ended"), heard);
        assertTrue(heard.indexOf("second destroyed") < heard.indexOf("unbound"), heard);
    }

    @Test
    default void row33_bound_beforeItIsSeen() throws Exception {
        assertTrue(bindings(silent("/main"), "/p/setBound?value=tea").startsWith("bound tea as b seen null"));
    }

    @Test
    default void row34_unbound_afterItIsNotSeenAnyMore() throws Exception {
        assertTrue(bindings(withTea(), "/p/removeBound").startsWith(UNBOUND));
    }

    @Test
    default void row35_replacing_bindsThenUnbinds_theSameAgainDoesNothing() throws Exception {
        Guest guest = withTea();
        String heard = bindings(guest, "/p/setBound?value=rum");
        assertTrue(heard.startsWith("bound rum as b seen tea\nunbound tea as b seen rum"), heard);
        assertEquals(
                "first replaced b rum\nsecond replaced b rum", bindings(guest, "/p/setBoundAgain"), "the same again");
    }

    @Test
    default void row36_bindingEvent_saysSessionNameAndValue() throws Exception {
        String heard = bindings(silent("/main"), "/p/setBound?value=tea");
        assertTrue(heard.contains("bound tea as b"), heard);
        assertTrue(heard.contains("added b tea"), heard);
    }

    @Test
    default void row37_bindingListenerThatThrows_breaksNothing() throws Exception {
        Guest guest = silent("/main");
        guest.get("/p/setBound?value=angry");
        assertEquals("angry", guest.get("/p/get?name=b"));
    }

    @Test
    default void row38_attributeListener_afterTheValueItself_withTheOldValue() throws Exception {
        Guest guest = silent("/main");
        assertEquals(
                "bound tea as b seen null\nfirst added b tea\nsecond added b tea",
                bindings(guest, "/p/setBound?value=tea"));
        assertTrue(bindings(guest, "/p/setBound?value=rum").endsWith("first replaced b tea\nsecond replaced b tea"));
        assertTrue(bindings(guest, "/p/removeBound").endsWith("first removed b rum\nsecond removed b rum"));
    }

    @Test
    default void row39_attributeListener_isNotToldOfNothing() throws Exception {
        String heard = bindings(withTea(), "/p/removeBound"); // removes twice
        assertEquals(UNBOUND + "\nfirst removed b tea\nsecond removed b tea", heard);
    }

    @Test
    default void row40_created_inTheOrderOfDeclaration_withAUsableSession() throws Exception {
        Guest guest = site().guest();
        guest.get("/p/diary");
        assertEquals("first created\nsecond created", heard(guest, "/p/begin"));
    }

    @Test
    default void row41_destroyed_inReverse_beforeTheEnd() throws Exception {
        String heard = heard(silent("/main"), "/p/end");
        assertTrue(
                heard.startsWith("second destroyed with 1 by the application's loader\n"
                        + "first destroyed with 1 by the application's loader"),
                heard);
    }

    @Test
    default void row42_destroyedByTimeout_once_withTheLoaderOfTheApplication() throws Exception {
        Guest guest = silent("/strict");
        guest.get("/p/setInterval?seconds=1");
        StringBuilder heard = new StringBuilder();
        Waiting.until(
                "the sweep", () -> heard.append(guest.get("/p/diary")).indexOf("first destroyed with 1") >= 0, 1_500);
        Waiting.until("two more sweeps", () -> true, 2_500);
        heard.append(guest.get("/p/diary"));
        String line = "second destroyed with 1 by the application's loader";
        assertEquals(heard.indexOf(line), heard.lastIndexOf(line), heard.toString());
        assertTrue(heard.indexOf(line) >= 0, heard.toString());
    }

    @Test
    default void row43_listenerThatThrows_stopsNoOther() throws Exception {
        Guest guest = silent("/main"); // the first always throws
        assertTrue(heard(guest, "/p/set?name=c&value=1").endsWith("second added c 1"));
    }

    /** At authenticate, too: SessionLoginTest. */
    @Test
    default void row45_changeOfId_isTold() throws Exception {
        String told = "first id changed true\nsecond id changed true";
        assertEquals(told, heard(silent("/main"), "/p/changeId"));
        Guest guest = silent("/main");
        assertEquals("mia true", guest.get("/p/login?user=mia&password=secret"));
        assertEquals(told, guest.get("/p/diary"));
    }

    @Test
    default void row46_valueIsToldAroundItsBytes() throws Exception {
        Guest guest = silent("/main");
        assertTrue(heard(guest, "/p/setBound?value=tea").contains("passivates tea\nactivated tea"));
        assertTrue(heard(guest, "/p/get?name=b").startsWith("activated tea"));
    }
}
