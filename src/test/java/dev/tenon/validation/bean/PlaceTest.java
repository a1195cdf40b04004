package dev.tenon.validation.bean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.validation.Param;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void property_isNamedAfterItsParameter() throws ReflectiveOperationException {
        Place place = Place.of(path("nested", new Form("")), method(Desk.class, "nested"), new Form(""));
        assertEquals("form.uname", place.name());
        assertEquals("/form/uname", place.pointer());
        assertEquals(0, place.parameter());
    }

    @Test
    void parameter_withoutAName_isItsPosition() throws ReflectiveOperationException {
        Method unnamed = String.class.getMethod("concat", String.class); // the JDK keeps no names of parameters
        Place place = Place.of(path("nested", new Form("")), unnamed, new Form(""));
        assertEquals("[0].uname", place.name());
        assertEquals("/0/uname", place.pointer());
    }

    @Test
    void elements_areFoundByIndexesAndKeys() throws ReflectiveOperationException {
        Map<String, List<Form>> value = Map.of("a~b", Arrays.asList(null, new Form("")));
        Place place = Place.of(path("deep", value), method(Desk.class, "deep"), value);
        assertEquals("forms.a~b[1].uname", place.name());
        assertEquals("/forms/a~0b/1/uname", place.pointer());
    }

    @Test
    void elementsWithoutAPlace_haveNoNameOfTheirOwn() throws ReflectiveOperationException {
        assertEquals(
                "tags",
                Place.of(path("set", Set.of("")), method(Desk.class, "set"), Set.of(""))
                        .name());
        assertEquals(
                "tag",
                Place.of(path("optional", Optional.of("")), method(Desk.class, "optional"), Optional.of(""))
                        .name());
    }

    @Test
    void parameter_ofARestResource_saysWhereItIs() {
        assertEquals(
                List.of("query page", "path id", "header x-v", "cookie theme", "body qty", "body null", "argument age"),
                Arrays.stream(method(Resource.class, "get").getParameters())
                        .map(parameter -> Source.of(parameter, 0))
                        .map(source -> source.in() + " " + source.name())
                        .toList());
    }

    @Test
    void order_isOfDeclarationThenIndexesAsNumbers() {
        Place second = place(0, "z", 2);
        Place tenth = place(0, "z", 10);
        Place later = place(1, "a");
        Place whole = place(0, "z");
        assertEquals(
                List.of(whole, second, tenth, later),
                List.of(later, tenth, whole, second).stream()
                        .sorted(Place.ORDER)
                        .toList());
    }

    private static Place place(int parameter, Object... steps) {
        return new Place(parameter, "argument", List.of(steps), Collections.nCopies(steps.length, 0));
    }

    private static Path path(String name, Object argument) throws ReflectiveOperationException {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator()
                    .forExecutables()
                    .validateParameters(new Desk(), method(Desk.class, name), new Object[] {argument})
                    .iterator()
                    .next()
                    .getPropertyPath();
        }
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Something with a rule. */
    record Form(@NotBlank String uname) {}

    /** A resource. */
    static class Resource {
        @POST
        void get(
                @QueryParam("page") int page,
                @PathParam("id") int id,
                @HeaderParam("x-v") int version,
                @CookieParam("theme") String theme,
                @FormParam("qty") int qty,
                Form entity,
                @Param("age") int age) {}
    }

    /** Methods with every kind of path. */
    static class Desk {
        void nested(@Valid Form form) {}

        void deep(Map<String, List<@Valid Form>> forms) {}

        void set(Set<@NotBlank String> tags) {}

        void optional(Optional<@NotBlank String> tag) {}
    }
}
