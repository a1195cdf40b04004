package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.bean.Provider;
import dev.tenon.validation.bean.ProviderRules;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A body that is wrong in ten thousand places makes as many errors as are told, and no more. */
class ErrorBudgetTest {
    private static final List<Object> WRONG = Collections.nCopies(10_000, "");

    @Test
    void wildcard_makesNoMoreErrorsThanAreTold() {
        Check check = Check.of(Map.of("a", WRONG));
        check.body("a.*").toInt().isLength(1, 2);
        check.body("b").required();
        assertEquals(101, check.errors().size());
        assertEquals("a[0]", check.errors().get(0).name());
        assertEquals(
                100,
                assertThrows(ValidationException.class, check::vals).errors().size());
    }

    @Test
    void wildcard_beyondTheErrorsThatAreTold_isRefusedAllTheSame() {
        Check check = Check.of(Map.of("a", WRONG));
        Field all = check.body("a.*").toInt();
        assertThrows(ValidationException.class, all::val);
        Field last = all.elements().get(9_999);
        assertTrue(last.errors().isEmpty());
        assertThrows(ValidationException.class, last::val);
        assertTrue(last.isEnded());
    }

    @Test
    void record_makesNoMoreErrorsThanAreTold_forEachComponent() {
        Map<String, Object> body = Map.of("m", List.of(WRONG, WRONG), "by", many(), "n", "x");
        List<Violation> errors = new RecordBinding<>(Check.of(body), Matrix.class).errors();
        assertEquals(201, errors.size());
        assertEquals("n", errors.get(200).name());
    }

    @Test
    void unknownMembers_makeNoMoreErrorsThanAreTold() {
        Map<String, Object> body = Map.of("a", many(), "in", many());
        Check check = Check.of(body).unknown(Unknown.REFUSE);
        check.body("a.k1");
        assertEquals(100, check.errors().size());
        Check other = Check.of(many()).unknown(Unknown.REFUSE);
        assertEquals(100, new RecordBinding<>(other, Loose.class).errors().size());
        Check inner = Check.of(Map.of("in", many())).unknown(Unknown.REFUSE);
        assertEquals(100, new RecordBinding<>(inner, Around.class).errors().size());
    }

    @Test
    void constraints_makeNoMoreErrorsThanAreTold() throws Exception {
        Provider provider = new Provider(BeanLookup.NONE);
        AutoCloseable current = Current.use(ValidationOptions.DEFAULT, new ProviderRules(provider));
        try (provider;
                current) {
            Map<String, Object> body =
                    Map.of("all", Collections.nCopies(1_000, 9), "in", Collections.nCopies(1_000, Map.of()));
            List<Violation> errors = new RecordBinding<>(Check.of(body), Judged.class).errors();
            assertEquals(100, errors.size());
            Check broken = Check.of(body);
            broken.body("n").required();
            List<Violation> each = new RecordBinding<>(broken, Judged.class).errors();
            assertEquals(201, each.size());
        }
    }

    @Test
    void catalogue_looksForItsBundlesOnce() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(null) {});
        try {
            Catalogue catalogue = Catalogue.of(List.of(Locale.CHINA, Locale.GERMANY));
            catalogue.say("required", "a", Map.of());
            thread.setContextClassLoader(new ClassLoader(null) {
                @Override
                protected URL findResource(String name) {
                    throw new AssertionError("asked again for " + name);
                }
            });
            assertEquals("请填写a", catalogue.say("required", "a", Map.of()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> many() {
        Map<String, Object> members = new HashMap<>();
        for (int i = 0; i < 900; i++) {
            members.put("k" + i, "x");
        }
        return members;
    }

    record Matrix(List<List<Integer>> m, Map<String, Integer> by, int n) {}

    record Loose(String a) {}

    record Around(Loose in) {}

    record Line(@NotNull String name) {}

    record Judged(List<@Max(5) Integer> all, List<@Valid Line> in, String n) {}
}
