package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.json.Json;
import dev.tenon.validation.sanitize.DefaultValue;
import jakarta.servlet.http.Part;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private final Schema schema = Schema.of(SignUp.class);

    @Test
    void json_saysTypesAndConstraints() {
        assertEquals(Json.parse("""
                {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{
                 "uname":{"type":"string","minLength":6,"maxLength":20,"pattern":"\\\\S"},
                 "password":{"type":"string","pattern":"^(?:.{8,})$"},
                 "email":{"type":"string","format":"email"},
                 "age":{"type":"integer","minimum":-2147483648,"maximum":130,"exclusiveMinimum":0},
                 "price":{"type":"number","minimum":0.5,"multipleOf":0.01},
                 "born":{"type":"string","format":"date"},
                 "agreed":{"type":"boolean","const":true},
                 "level":{"type":"string","enum":["LOW","HIGH"],"default":"LOW"},
                 "tags":{"type":"array","items":{"type":"string"},"maxItems":3},
                 "lines":{"type":"array","items":{"type":"object","properties":{"qty":
                   {"type":"integer","minimum":-2147483648,"maximum":2147483647}},"required":["qty"]}},
                 "avatar":{"type":"string","contentMediaType":"application/octet-stream"}},
                 "required":["uname","email","age","agreed"]}
                """), Json.parse(schema.json()));
    }

    @Test
    void attributes_areThoseOfInputElements() {
        assertEquals(
                Map.of("name", "uname", "type", "text", "required", "", "minlength", "6", "maxlength", "20"),
                schema.attributes("uname"));
        assertEquals(Map.of("name", "password", "type", "password", "pattern", ".{8,}"), schema.attributes("password"));
        assertEquals(Map.of("name", "email", "type", "email", "required", ""), schema.attributes("email"));
        assertEquals(
                Map.of("name", "age", "type", "number", "required", "", "min", "1", "max", "130", "step", "1"),
                schema.attributes("age"));
        assertEquals(
                Map.of("name", "price", "type", "number", "min", "0.5", "step", "0.01"), schema.attributes("price"));
        assertEquals(Map.of("name", "born", "type", "date"), schema.attributes("born"));
        assertEquals(Map.of("name", "agreed", "type", "checkbox", "required", ""), schema.attributes("agreed"));
        assertEquals(Map.of("name", "avatar", "type", "file"), schema.attributes("avatar"));
        assertEquals("LOW", schema.attributes("level").get("value"));
    }

    @Test
    void whatIsNoRecord_isTheProgrammersFault() {
        assertThrows(IllegalArgumentException.class, () -> Schema.of(String.class));
        assertThrows(IllegalArgumentException.class, () -> schema.attributes("nobody"));
    }

    @Test
    void recordOfItsOwnKind_ends() {
        assertEquals("object", Schema.of(Node.class).tree().get("type"));
    }

    @Test
    void repeatedConstraints_holdTogether() {
        Schema several = Schema.of(Several.class);
        assertEquals(Json.parse("""
                {"type":"string","minLength":3,"maxLength":7,
                 "allOf":[{"pattern":"^(?:[a-z]+)$"},{"pattern":"^(?:..+)$"}]}
                """), Json.parse(Json.write(property(several, "word"))));
        assertEquals(
                Map.of("name", "word", "type", "text", "minlength", "3", "maxlength", "7", "pattern", "[a-z]+"),
                several.attributes("word"));
        assertEquals(Json.parse("""
                {"type":"integer","minimum":5,"maximum":9}
                """), Json.parse(Json.write(property(several, "number"))));
    }

    @Test
    void patternWithFlags_isLeftToTheServer() {
        Schema several = Schema.of(Several.class);
        assertEquals(Map.of("type", "string"), property(several, "anyCase"));
        assertEquals(Map.of("name", "anyCase", "type", "text"), several.attributes("anyCase"));
    }

    @Test
    void composedConstraint_isWhatItIsComposedOf() {
        Schema several = Schema.of(Several.class);
        assertEquals(Map.of("type", "string", "format", "email", "maxLength", 50), property(several, "mail"));
        assertEquals(
                Map.of("name", "mail", "type", "email", "required", "", "maxlength", "50"), several.attributes("mail"));
        assertEquals(List.of("number", "mail"), several.tree().get("required"));
        assertEquals(Map.of("type", "string"), property(several, "overridden"));
    }

    @Test
    void constraintsOfElements_areTold() {
        Schema several = Schema.of(Several.class);
        assertEquals(Json.parse("""
                {"type":"array","items":{"type":"string","minLength":1,"maxLength":3,"pattern":"\\\\S"}}
                """), Json.parse(Json.write(property(several, "tags"))));
        assertEquals(Json.parse("""
                {"type":"object","additionalProperties":{"type":"array","items":{"type":"integer","minimum":1,"maximum":9}}}
                """), Json.parse(Json.write(property(several, "by"))));
        assertEquals(Map.of("type", "string", "format", "email"), property(several, "maybe"));
    }

    private static Object property(Schema schema, String name) {
        return ((Map<?, ?>) schema.tree().get("properties")).get(name);
    }

    /** The guide's own. */
    @NotNull
    @Email
    @Size(max = 50)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mail {
        String message() default "no address";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** One of which a bound is not what stands there. */
    @Size(max = 50)
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Brief {
        @OverridesAttribute(constraint = Size.class, name = "max")
        int most() default 9;

        String message() default "too long";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** What a plain form seldom has. */
    record Several(
            @Pattern(regexp = "[a-z]+") @Pattern(regexp = "..+") @Size(min = 3) @Size(max = 7) @Size(min = 2, max = 8)
            String word,

            @Min(5) @Max(9) @Max(10) @DecimalMin("4.5") int number,

            @Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE)
            String anyCase,

            @Mail String mail,
            @Brief String overridden,
            List<@NotBlank @Size(max = 3) String> tags,
            Map<String, List<@Min(1) @Max(9) Integer>> by,
            Optional<@Email String> maybe) {}

    /** A level. */
    enum Level {
        LOW,
        HIGH
    }

    /** A row. */
    record Line(int qty) {}

    /** A tree. */
    record Node(List<Node> children) {}

    /** A form. */
    record SignUp(
            @NotBlank @Size(min = 6, max = 20) String uname,
            @Pattern(regexp = ".{8,}") String password,
            @NotNull @Email String email,
            @Positive @Max(130) int age,

            @DecimalMin("0.5") @Digits(integer = 6, fraction = 2)
            BigDecimal price,

            LocalDate born,
            @AssertTrue boolean agreed,
            @DefaultValue("LOW") Level level,
            @Size(max = 3) List<String> tags,
            List<Line> lines,
            Part avatar) {}
}
