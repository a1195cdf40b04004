package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a session holds. */
interface SessionAttributeRows {
    SessionSite site();

    private Guest begun() throws Exception {
        Guest guest = site().guest();
        guest.get("/p/set?name=a&value=1");
        return guest;
    }

    private String edge(int index) throws Exception {
        return site().guest().get("/p/edges").lines().toList().get(index);
    }

    @Test
    default void row27_unknownName_isNull() throws Exception {
        assertEquals("null", edge(0));
        assertEquals("null", edge(1));
        assertEquals("1", begun().get("/p/get?name=a"));
    }

    @Test
    default void row28_names_areThoseThatAreBound() throws Exception {
        assertEquals("false", edge(2));
        Guest guest = begun();
        guest.get("/p/set?name=b&value=1");
        assertEquals("[a, b]", guest.get("/p/names"));
    }

    @Test
    default void row29_nullAsAName_isRefused() throws Exception {
        assertEquals("IllegalArgumentException", edge(3));
    }

    @Test
    default void row30_settingNull_removes() throws Exception {
        Guest guest = begun();
        guest.get("/p/setBound?value=x");
        guest.get("/p/setNull");
        assertEquals("[a]", guest.get("/p/names"));
    }

    @Test
    default void row31_removingWhatIsNotThere_doesNothing() throws Exception {
        assertEquals("nothing", edge(4));
        assertEquals("nothing", edge(5));
    }

    @Test
    default void row32_replacing_keepsOne() throws Exception {
        Guest guest = begun();
        guest.get("/p/set?name=a&value=2");
        assertEquals("[a]", guest.get("/p/names"));
        assertEquals("2", guest.get("/p/get?name=a"));
    }

    @Test
    default void row47_whatIsNotSerializable_isRefused() throws Exception {
        assertEquals("IllegalArgumentException", site().guest().get("/p/notSerializable"));
    }

    /** Each attribute is kept by itself. */
    @Test
    default void row48_oneObjectUnderTwoNames_isTwoAfterTheRequest() throws Exception {
        Guest guest = site().guest();
        assertEquals("true", guest.get("/p/shareOne"));
        assertEquals("false", guest.get("/p/isOne"));
        assertEquals(guest.get("/p/get?name=x"), guest.get("/p/get?name=y"));
    }

    @Test
    default void row51_requestsAtOnce_allKeepTheirAttributes() throws Exception {
        Guest guest = begun();
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(guest.at("/main").ask("/p/setSlowly?name=n" + i + "&value=1&millis=300"));
        }
        all.forEach(CompletableFuture::join);
        assertEquals("[a, n0, n1, n2, n3, n4, n5, n6, n7]", guest.get("/p/names"));
    }

    @Test
    default void row52_sessionKeptAfterItsRequest_changesNothing() throws Exception {
        Guest guest = begun();
        guest.get("/p/keepSession");
        guest.get("/p/keepSession"); // where each request is to another server
        guest.get("/p/useKept");
        assertEquals("[a]", guest.get("/p/names"));
    }

    @Test
    default void row53_accessor_ofServlet61_isNotOffered() throws Exception {
        assertEquals("none", begun().get("/p/accessor"));
    }

    /** A missing class costs its attribute, not the session, and not the bytes either. */
    @Test
    default void row58_missingClass_costsOneAttribute_untilItIsBack() throws Exception {
        Guest guest = begun();
        guest.get("/parcel");
        assertEquals("Parcel[content=tea]", guest.get("/p/get?name=parcel"));
        site().release(false);
        assertEquals("null", guest.get("/p/getOrNull?name=parcel"));
        assertEquals("1", guest.get("/p/get?name=a"));
        guest.get("/p/set?name=a&value=2");
        assertTrue(guest.get("/p/names").contains("parcel"));
        site().awaitOutput("The session attribute parcel cannot be read; it is kept as it is");
        site().release(true);
        assertEquals("Parcel[content=tea]", guest.get("/p/get?name=parcel"));
        assertEquals("2", guest.get("/p/get?name=a"));
    }
}
