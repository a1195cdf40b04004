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
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
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
                    call(calls),
                    oneByOne(rules));
        }
    }

    /** Says whether the components judged one by one break what the whole breaks, but for the rule about several of them. */
    private static String oneByOne(ProviderRules rules) {
        List<Violation> whole = rules.check(Sheet.WRONG, Catalogue.of(List.of()), 100);
        List<Violation> found = new ArrayList<>();
        for (RecordComponent component : Sheet.class.getRecordComponents()) {
            found.addAll(rules.check(Sheet.class, component.getName(), value(component), Catalogue.of(List.of()), 100));
        }
        return found.equals(whole.subList(1, whole.size())) ? "one by one the same" : found.toString();
    }

    private static Object value(RecordComponent component) {
        try {
            return component.getAccessor().invoke(Sheet.WRONG);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bean(ProviderRules rules, List<Locale> languages) {
        List<Violation> found = rules.check(Sheet.WRONG, Catalogue.of(languages), 100);
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
