package dev.tenon.validation.bean;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import dev.tenon.validation.sanitize.BlankToNull;
import dev.tenon.validation.sanitize.Trim;
import jakarta.validation.Valid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the annotations clean in the arguments of a method: wherever constraints would be judged, and without a type that does not fit. */
@SuppressWarnings({"JdkObsolete", "NonApiType"}) // applications declare such types
class CleaningTest {
    private static final Item RAW = new Item(" a ");
    private static final Item CLEAN = new Item("a");

    private final BeanValidation validation = new BeanValidation(BeanLookup.NONE, () -> {});

    @Test
    void record_isCleaned_whereverItStands() {
        assertEquals(CLEAN, clean("one", RAW));
        assertEquals(CLEAN, clean("typeVariable", RAW));
        assertEquals(CLEAN, clean("sealed", RAW));
        assertEquals(CLEAN, clean("anything", RAW));
        assertEquals(List.of(CLEAN), clean("list", List.of(RAW)));
        assertEquals(List.of(CLEAN), clean("wildcard", List.of(RAW)));
        assertEquals(Set.of(CLEAN), clean("set", Set.of(RAW)));
        assertEquals(Set.of(CLEAN), clean("collection", new LinkedHashSet<>(List.of(RAW))));
        assertEquals(Optional.of(CLEAN), clean("optional", Optional.of(RAW)));
        assertEquals(Map.of("k", List.of(CLEAN)), clean("map", Map.of("k", List.of(RAW))));
        assertEquals(new Page<>("t", CLEAN), clean("page", new Page<>(" t ", RAW)));
        assertArrayEquals(new Item[] {CLEAN}, (Item[]) clean("array", (Object) new Item[] {RAW}));
    }

    @Test
    void texts_areCleaned_inEveryContainer() {
        assertEquals(List.of("a"), clean("texts", new ArrayList<>(List.of(" a "))));
        assertEquals(Set.of("a"), clean("setOfTexts", Set.of(" a ", "a")));
        assertEquals(List.of("a"), new ArrayList<>((Collection<?>) clean("deque", new ArrayDeque<>(List.of(" a ")))));
        assertEquals(Optional.of("a"), clean("optionalText", Optional.of(" a ")));
        assertArrayEquals(new String[] {"a"}, (String[]) clean("arrayOfTexts", (Object) new String[] {" a "}));
    }

    @Test
    void collection_keepsItsType_andStaysModifiable() {
        Form form = new Form();
        form.tags = new ArrayList<>(List.of(" a "));
        form.list = new ArrayList<>(List.of(" a "));
        form.fixed = List.of(" a ");
        form.items = new LinkedList<>(List.of(RAW));
        form.byName = new TreeMap<>(Map.of("k", RAW));
        form.sorted = new TreeSet<>(Set.of(" b ", "a", " "));
        assertSame(form, clean("form", form));
        form.list.add("b");
        form.fixed.add("b");
        assertEquals(List.of("a"), form.tags);
        assertEquals(List.of("a", "b"), form.list);
        assertEquals(List.of("a", "b"), form.fixed);
        assertEquals(List.of(CLEAN), form.items);
        assertEquals(Map.of("k", CLEAN), form.byName);
        assertEquals(List.of("a", "b"), new ArrayList<>(form.sorted));
    }

    @Test
    void viewOfAMap_leavesTheMapAsItIs() {
        Map<String, Integer> map = new TreeMap<>(Map.of(" a ", 1, "b", 2));
        assertEquals(Set.of("a", "b"), clean("setOfTexts", map.keySet()));
        assertEquals(Set.of(" a ", "b"), map.keySet());
        assertEquals(Set.of(), clean("setOfBlanks", new TreeMap<>(Map.of(" ", 1)).keySet()));
    }

    @Test
    void setOfBeans_findsThemAgain() {
        Named bean = new Named(" a ");
        Set<Named> set = new LinkedHashSet<>(List.of(bean));
        clean("beans", set);
        assertEquals("a", bean.name);
        assertEquals(true, set.contains(bean));
    }

    /** What is looked at without entering it must not count as looked at where it is entered. */
    @Test
    void beanThatIsMarkedSecond_isCleaned_too() {
        Named notValid = new Named(" a ");
        Named valid = new Named(" b ");
        clean("two", new Two(notValid, valid));
        assertEquals(List.of(" a ", "b"), List.of(notValid.name, valid.name));
    }

    @Test
    void whatIsTidy_staysTheSame() {
        List<Item> tidy = List.of(CLEAN);
        assertSame(tidy, clean("list", tidy));
        Object[] none = {"x"};
        assertSame(none, validation.clean(method("plain"), none));
        Set<Item> set = Set.of(CLEAN);
        assertSame(set, clean("set", set));
    }

    @Test
    void beanWithoutValid_isLeftAsItIs() {
        Form form = new Form();
        form.list = new ArrayList<>(List.of(" a "));
        clean("notValid", form);
        assertEquals(List.of(" a "), form.list);
        Holder holder = new Holder(" n ", form, new Form());
        holder.valid().list = new ArrayList<>(List.of(" a "));
        assertEquals("n", ((Holder) clean("holder", holder)).name());
        assertEquals(List.of(" a "), form.list);
        assertEquals(List.of("a"), holder.valid().list);
    }

    @Test
    void beansThatHoldEachOther_end() {
        Form form = new Form();
        form.other = new Form();
        form.other.other = form;
        form.other.list = new ArrayList<>(List.of(" a "));
        clean("form", form);
        assertEquals(List.of("a"), form.other.list);
    }

    @Test
    void recordThatRefusesWhatIsClean_isRefusedAtItsPlace() {
        assertRefused("strict", "item", "argument", new Strict("  "));
        assertRefused("strictList", "all[1]", "argument", List.of(new Strict("a"), new Strict("  ")));
        ValidationException refusal =
                assertThrows(ValidationException.class, () -> clean("around", new Around(new Strict(" "))));
        assertEquals("/around/inner", refusal.errors().get(0).pointer());
        assertEquals(
                "around.inner ist ungültig",
                refusal.errors(List.of(Locale.GERMAN)).get(0).message());
    }

    private void assertRefused(String method, String name, String in, Object argument) {
        ValidationException refusal = assertThrows(ValidationException.class, () -> clean(method, argument));
        Violation error = refusal.errors().get(0);
        assertEquals(List.of(name, in, "invalid"), List.of(error.name(), error.in(), error.code()));
        assertEquals(422, refusal.problem().status());
    }

    private Object clean(String method, Object argument) {
        return validation.clean(method(method), new Object[] {argument})[0];
    }

    private static java.lang.reflect.Method method(String name) {
        return Arrays.stream(Desk.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Something with a text. */
    public sealed interface Shape permits Item {}

    /** A record that is cleaned. */
    public record Item(@Trim String n) implements Shape {}

    /** A generic one. */
    public record Page<T>(@Trim String title, T one) {}

    /** A record that does not take everything. */
    public record Strict(@BlankToNull String n) {
        public Strict {
            Objects.requireNonNull(n);
        }
    }

    /** One around it. */
    public record Around(Strict inner) {}

    /** A record with beans. */
    public record Holder(
            @Trim String name, Form other, @Valid Form valid) {}

    /** A record with a bean that is entered behind one that is not. */
    public record Two(Named first, @Valid Named second) {}

    /** A bean that is what its text is. */
    public static final class Named {
        @Trim
        String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named && named.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** A bean. */
    public static class Form {
        @Trim
        ArrayList<String> tags;

        @Trim
        List<String> list;

        @Trim
        List<String> fixed;

        @Valid
        LinkedList<Item> items;

        @Valid
        TreeMap<String, Item> byName;

        @Trim
        @BlankToNull
        TreeSet<String> sorted;

        @Valid
        Form other;
    }

    /** What every list of methods inherits. */
    public abstract static class Base<T> {
        public void typeVariable(@Valid T value) {}
    }

    /** The methods. */
    public static class Desk extends Base<Item> {
        public void one(Item item) {}

        public void sealed(@Valid Shape shape) {}

        public void anything(Object value) {}

        public void list(List<Item> all) {}

        public void wildcard(List<? extends Item> all) {}

        public void set(Set<@Valid Item> all) {}

        public void collection(Collection<@Valid Item> all) {}

        public void optional(Optional<Item> maybe) {}

        public void map(Map<String, List<Item>> all) {}

        public void page(Page<Item> page) {}

        public void array(@Valid Item[] all) {}

        public void texts(@Trim ArrayList<String> all) {}

        public void setOfBlanks(@Trim @BlankToNull Set<String> all) {}

        public void beans(Set<@Valid Named> all) {}

        public void two(Two two) {}

        public void setOfTexts(@Trim Set<String> all) {}

        public void deque(@Trim Deque<String> all) {}

        public void optionalText(@Trim Optional<String> maybe) {}

        public void arrayOfTexts(@Trim String[] all) {}

        public void form(@Valid Form form) {}

        public void notValid(Form form) {}

        public void holder(Holder holder) {}

        public void plain(String text) {}

        public void strict(Strict item) {}

        public void strictList(List<Strict> all) {}

        public void around(Around around) {}
    }
}
