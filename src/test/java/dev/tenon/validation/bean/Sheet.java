package dev.tenon.validation.bean;

import dev.tenon.validation.sanitize.BlankToNull;
import dev.tenon.validation.sanitize.Trim;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form with every constraint of the standard, all broken by {@link #WRONG}. */
@Sheet.Tidy
public record Sheet(
        @AssertFalse boolean sold,
        @AssertTrue boolean agreed,
        @DecimalMax("9.5") BigDecimal most,
        @DecimalMin("1.5") BigDecimal least,
        @Digits(integer = 2, fraction = 1) BigDecimal digits,
        @Email @Size(max = 3) String email,
        @Future LocalDate later,
        @FutureOrPresent LocalDate now,
        @Max(5) int max,
        @Min(5) int min,
        @Negative int negative,
        @NegativeOrZero int notAbove,
        @NotBlank @Trim @BlankToNull String name,
        @NotEmpty List<@NotBlank String> tags,
        @NotNull String there,
        @Null String gone,
        @Past LocalDate before,
        @PastOrPresent LocalDate until,
        @Pattern(regexp = "[a-z]+") String word,
        @Positive int positive,
        @PositiveOrZero int notBelow,
        @Size(min = 6, max = 20, message = "请填写用户名") String uname,

        @Size(min = 2, max = 9, message = "between {min} and {max}")
        String own,

        List<@Valid Line> lines,
        Map<String, @Valid Line> byCode,
        Optional<@NotBlank String> note) {

    static final Sheet WRONG = new Sheet(
            true,
            false,
            BigDecimal.TEN,
            BigDecimal.ONE,
            new BigDecimal("123.45"),
            "nobody",
            LocalDate.EPOCH,
            LocalDate.EPOCH,
            6,
            4,
            0,
            1,
            " ",
            List.of(),
            null,
            "here",
            LocalDate.MAX,
            LocalDate.MAX,
            "7",
            0,
            -1,
            "al",
            "x",
            List.of(new Line(1, "a"), new Line(0, ""), new Line(100, "")),
            Map.of("a/b", new Line(0, "c")),
            Optional.of(" "));

    /** A row of it. */
    public record Line(@Positive @Max(99) int qty, @NotBlank String code) {}

    /** A rule about several components. */
    @Constraint(validatedBy = Tidy.Never.class)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Tidy {
        /** Returns the message. */
        String message() default "the sheet is not tidy";

        /** Returns the groups. */
        Class<?>[] groups() default {};

        /** Returns the payload. */
        Class<? extends Payload>[] payload() default {};

        /** Refuses everything. */
        class Never implements ConstraintValidator<Tidy, Sheet> {
            @Override
            public boolean isValid(Sheet value, ConstraintValidatorContext context) {
                return false;
            }
        }
    }
}
