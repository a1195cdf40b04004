package dev.tenon.validation.cdi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.cdi.TenonExtension;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import dev.tenon.validation.cdi.Desk.Item;
import dev.tenon.validation.cdi.Desk.SignUp;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.validation.ConstraintViolationException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What {@link Validated} promises in a real container, whoever validates there. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ValidatedContract {
    private static final SignUp GOOD = new SignUp("alice-1", List.of("vip"), Map.of());

    private WeldContainer container;
    private Desk desk;

    abstract List<Extension> extensionsOfTheProvider();

    final <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    @BeforeAll
    void start() {
        Weld weld = new Weld().disableDiscovery().addBeanClasses(Desk.class, Desk.Shelf.class);
        weld.addExtensions(new TenonExtension());
        extensionsOfTheProvider().forEach(weld::addExtensions);
        container = weld.initialize();
        desk = bean(Desk.class);
    }

    @AfterAll
    void stop() {
        container.shutdown();
    }

    @Test
    void arguments_good_passUntouched() {
        assertEquals("alice-118hi", desk.signUp(GOOD, 18, "hi"));
    }

    @Test
    void arguments_wrong_areAllReportedInOrderOfDeclaration() {
        ValidationException refusal = assertThrows(ValidationException.class, () -> desk.signUp(wrongForm(), 17, " "));
        assertEquals(
                List.of(
                        "form.uname size /form/uname",
                        "form.tags[2] notBlank /form/tags/2",
                        "form.tags[10] notBlank /form/tags/10",
                        "form.items.a/b.qty positive /form/items/a~1b/qty",
                        "form.items.z.qty max /form/items/z/qty",
                        "age min /age",
                        "note notBlank /note"),
                refusal.errors().stream()
                        .map(error -> error.name() + " " + error.code() + " " + error.pointer())
                        .toList());
    }

    @Test
    void message_ofTheApplication_standsAlone() {
        Violation error = onlyError(new SignUp("al", List.of(), Map.of()), 18, "hi");
        assertEquals("请填写用户名", error.message());
        assertEquals(Map.of("min", 6, "max", 20), error.params());
    }

    @Test
    void message_ofTheCatalogue_namesTheParameter() {
        Violation error = onlyError(GOOD, 17, "hi");
        assertEquals("age must be 18 or more", error.message());
        assertEquals(Map.of("value", 18L), error.params());
    }

    @Test
    void problem_is422_withoutTheRejectedValue() {
        ValidationException refusal = assertThrows(
                ValidationException.class, () -> desk.signUp(new SignUp("abc", List.of(), Map.of()), 18, "hi"));
        assertEquals(422, refusal.problem().status());
        assertFalse(refusal.problem().toJson().contains("abc"));
    }

    @Test
    void result_wrong_isTheApplicationsFault() {
        SignUp nobody = new SignUp("nobody", List.of(), Map.of());
        assertThrows(ConstraintViolationException.class, () -> desk.signUp(nobody, 18, "hi"));
    }

    @Test
    void arguments_areCleanedBeforeTheyAreJudged() {
        assertEquals("aB[Tag[name=c]]5", desk.clean(" a ", new Desk.Note(" b "), List.of(new Desk.Tag("C")), null));
        ValidationException refusal =
                assertThrows(ValidationException.class, () -> desk.clean("  ", new Desk.Note("b"), List.of(), 1));
        assertEquals("text", refusal.errors().get(0).name());
    }

    @Test
    void refusal_isToldInEveryLanguage() {
        ValidationException refusal = assertThrows(ValidationException.class, () -> desk.signUp(GOOD, 17, " "));
        assertEquals(
                "age必须大于或等于18; note不能为空", refusal.problem(List.of(Locale.CHINA)).detail());
    }

    @Test
    void messages_ofTheApplicationsBundle_comeFirst() throws Exception {
        URL classes = ValidatedContract.class.getResource("/dev/tenon/validation/war/WEB-INF/classes/");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[] {classes}, before)) {
            Thread.currentThread().setContextClassLoader(application); // as servers do for each request
            ValidationException refusal = assertThrows(ValidationException.class, () -> desk.signUp(GOOD, 17, " "));
            assertEquals(
                    "the shop takes age from 18; note must not be blank",
                    refusal.problem(List.of(Locale.ENGLISH)).detail());
            assertEquals(
                    "商店:age从18开始; note不能为空",
                    refusal.problem(List.of(Locale.CHINA)).detail());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void constraint_isAskedOnce() {
        int before = Counted.Counter.CALLS.get();
        desk.store("x");
        assertEquals(1, Counted.Counter.CALLS.get() - before);
    }

    private Violation onlyError(SignUp form, int age, String note) {
        List<Violation> errors = assertThrows(ValidationException.class, () -> desk.signUp(form, age, note))
                .errors();
        assertEquals(1, errors.size());
        return errors.get(0);
    }

    private static SignUp wrongForm() {
        Map<String, Item> items = new LinkedHashMap<>();
        items.put("z", new Item(10));
        items.put("a/b", new Item(0));
        return new SignUp("al", List.of("a", "b", "", "d", "e", "f", "g", "h", "i", "j", ""), items);
    }
}
