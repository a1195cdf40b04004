package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.json.Json;
import dev.tenon.validation.sanitize.DefaultValue;
import jakarta.servlet.http.Part;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
