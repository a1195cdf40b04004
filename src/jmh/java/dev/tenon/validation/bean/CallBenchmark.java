package dev.tenon.validation.bean;

import dev.tenon.kernel.BeanLookup;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
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

/** A validated call of a method with three parameters: what the provider takes by itself, and what {@code @Validated} makes of it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
    private final Desk desk = new Desk();
    private final Object[] arguments = {"alice_01", 34, "leave it at the door"};
    private final BeanValidation validated = new BeanValidation(BeanLookup.NONE, () -> {});

    private Method method;
    private ValidatorFactory factory;
    private ExecutableValidator validator;

    @Setup
    public void start() throws ReflectiveOperationException {
        method = Desk.class.getMethod("file", String.class, int.class, String.class);
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator().forExecutables();
    }

    @TearDown
    public void stop() {
        validated.close();
        factory.close();
    }

    @Benchmark
    public Object provider() throws Exception {
        validator.validateParameters(desk, method, arguments);
        Object result = desk.file("alice_01", 34, "leave it at the door");
        validator.validateReturnValue(desk, method, result);
        return result;
    }

    @Benchmark
    public Object validated() throws Exception {
        Object[] cleaned = validated.clean(method, arguments);
        return validated.call(desk, method, cleaned, () -> desk.file("alice_01", 34, "leave it at the door"));
    }

    /** Takes what was checked. */
    public static class Desk {
        /** Returns the name. */
        @NotNull
        public String file(@NotBlank @Size(max = 20) String uname, @Min(18) @Max(130) int age, @NotNull String note) {
            return uname;
        }
    }
}
