package dev.tenon.validation.bean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.ValidationException;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MethodBudgetTest {
    @Test
    void arguments_tellNoMoreErrorsThanTheOptionsAllow() throws Exception {
        Method method = MethodBudgetTest.class.getDeclaredMethod("many", List.class);
        try (BeanValidation validation = new BeanValidation(BeanLookup.NONE, () -> {})) {
            Object[] arguments = {Collections.nCopies(1_000, 1)};
            ValidationException refusal =
                    assertThrows(ValidationException.class, () -> validation.call(this, method, arguments, () -> ""));
            assertEquals(100, refusal.errors().size());
            assertEquals("all[99]", refusal.errors().get(99).name());
            assertEquals(100, refusal.errors(List.of(Locale.GERMAN)).size());
        }
    }

    void many(List<@Min(5) Integer> all) {}
}
