package dev.tenon.validation.bean;

import dev.tenon.json.Json;
import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.Param;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What clients are told of a wrong bean and a wrong call, byte for byte, by the provider that this class meets. */
public final class ProviderBytes implements Supplier<String> {
    @Override
    public String get() {
        try (Provider provider = new Provider(BeanLookup.NONE);
                BeanValidation calls = new BeanValidation(BeanLookup.NONE, () -> {})) {
            ProviderRules rules = new ProviderRules(provider);
            return String.join(
                    "\n",
                    bean(rules, List.of()),
                    bean(rules, List.of(Locale.SIMPLIFIED_CHINESE)),
                    bean(rules, List.of(Locale.FRENCH, Locale.GERMANY)),
                    call(calls));
        }
    }

    private static String bean(ProviderRules rules, List<Locale> languages) {
        List<Violation> found = rules.check(Sheet.WRONG, Catalogue.of(languages));
        return new ValidationException(found).problem().toJson();
    }

    private static String call(BeanValidation calls) {
        try {
            Method method = Desk.class.getDeclaredMethod("file", Sheet.class, int.class, String.class);
            Object[] arguments = {Sheet.WRONG, 17, null};
            return Json.write(calls.call(new Desk(), method, arguments, () -> "accepted"));
        } catch (ValidationException refusal) {
            return refusal.problem(List.of(Locale.GERMAN)).toJson();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a sheet goes. */
    static class Desk {
        void file(
                @Valid @Param("sheet") Sheet sheet,
                @Param("age") @Min(18) int age,
                @Param("note") @NotNull String note) {}
    }
}
