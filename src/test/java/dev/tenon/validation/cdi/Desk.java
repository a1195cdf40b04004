package dev.tenon.validation.cdi;

import dev.tenon.validation.Param;
import dev.tenon.validation.sanitize.BlankToNull;
import dev.tenon.validation.sanitize.DefaultValue;
import dev.tenon.validation.sanitize.Lowercase;
import dev.tenon.validation.sanitize.Trim;
import dev.tenon.validation.sanitize.Uppercase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** A bean with constrained methods; {@link Counted} counts how often its constraints are asked. */
@ApplicationScoped
class Desk {
    private final Shelf shelf;

    Desk() {
        this(null);
    }

    @Inject
    Desk(Shelf shelf) {
        this.shelf = shelf;
    }

    @Validated
    @NotNull
    String signUp(@Valid @NotNull SignUp form, @Param("age") @Min(18) int years, @NotBlank String note) {
        return form.uname().equals("nobody") ? null : form.uname() + years + note;
    }

    @Validated
    String clean(
            @Trim @BlankToNull @NotNull String text,
            @Valid Note note,
            List<Tag> tags,
            @DefaultValue("5") Integer count) {
        return text + note.title + tags + count;
    }

    @Validated
    String store(@Counted String value) {
        return value;
    }

    @Validated
    String call(@NotNull String value) {
        return shelf.put(null) + value;
    }

    /** A form as a record: what an application binds. */
    record SignUp(
            @Size(min = 6, max = 20, message = "请填写用户名") String uname,
            List<@NotBlank String> tags,
            Map<String, @Valid Item> items) {}

    /** A row of the form. */
    record Item(@Positive @Max(9) int qty) {}

    /** A record to be cleaned. */
    record Tag(@Lowercase String name) {}

    /** A bean to be cleaned. */
    static class Note {
        @Trim
        @Uppercase
        @NotNull
        private String title;

        Note(String title) {
            this.title = title;
        }
    }

    /** Constrained, but not marked; a validated method calls it with a wrong argument of its own making. */
    @ApplicationScoped
    static class Shelf {
        String put(@NotNull String value) {
            return value;
        }
    }
}
