package dev.tenon.validation;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A form of ten fields: texts that a chain judges and converts, beside a bean of the same rules, typed already, that a provider judges. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class FormBenchmark {
    private static final java.util.regex.Pattern UNAME = java.util.regex.Pattern.compile("^[A-Za-z0-9_]+$");
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final Map<String, Object> form = Map.of(
            "uname", " alice_01 ",
            "email", "alice@example.org",
            "age", "34",
            "qty", "7",
            "price", "12.50",
            "agree", "on",
            "colour", "green",
            "city", "Köln",
            "note", "leave it at the door",
            "page", "3");
    private final SignUp bean =
            new SignUp("alice_01", "alice@example.org", 34, 7, 12.5, true, "green", "Köln", "leave it at the door", 3);

    private ValidatorFactory factory;
    private Validator validator;

    @Setup
    public void start() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @TearDown
    public void stop() {
        factory.close();
    }

    @Benchmark
    public Map<String, Object> check() {
        Check check = Check.of(form);
        check.body("uname").required().trim().isLength(6, 20).match(UNAME);
        check.body("email").required().isEmail();
        check.body("age").required().toInt().gte(18).lte(130);
        check.body("qty").required().toInt().gte(1).lte(99);
        check.body("price").required().toDecimal().gte(0);
        check.body("agree").required().toBoolean();
        check.body("colour").required().isIn(COLOURS);
        check.body("city").required().isLength(1, 50);
        check.body("note").required().isLength(0, 500);
        check.body("page").required().toInt().gte(1);
        return check.vals();
    }

    @Benchmark
    public Set<?> provider() {
        return validator.validate(bean);
    }

    /** The same rules. */
    public record SignUp(
            @NotNull @Size(min = 6, max = 20) @Pattern(regexp = "^[A-Za-z0-9_]+$")
            String uname,

            @NotNull @Email String email,
            @NotNull @Min(18) @Max(130) Integer age,
            @NotNull @Min(1) @Max(99) Integer qty,
            @NotNull @Min(0) Double price,
            @NotNull Boolean agree,
            @NotNull @Pattern(regexp = "red|green|blue") String colour,
            @NotBlank @Size(max = 50) String city,
            @NotNull @Size(max = 500) String note,
            @NotNull @Min(1) Integer page) {}
}
