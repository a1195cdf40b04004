package dev.tenon.validation.bean;

import dev.tenon.validation.BeanRules;
import dev.tenon.validation.Violation;
import dev.tenon.validation.message.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Judges objects by the provider of the application. Thread-safe. */
public final class ProviderRules implements BeanRules {
    private final Provider provider;

    /** Sets the provider, which is not looked for yet. */
    public ProviderRules(Provider provider) {
        this.provider = provider;
    }

    @Override
    public List<Violation> check(Object bean, Catalogue catalogue, int max) {
        if (!Constrained.is(bean.getClass())) {
            return List.of();
        }
        var found = provider.validator().validate(bean);
        return Violations.ofBean(found, bean, List.of()).told(catalogue, max);
    }

    @Override
    public List<Violation> check(Class<?> type, String property, Object value, Catalogue catalogue, int max) {
        if (!Constrained.is(type)) {
            return List.of();
        }
        var found = provider.validator().validateValue(type, property, value);
        List<Violation> all =
                new ArrayList<>(Violations.ofBean(found, null, List.of()).told(catalogue, max));
        all.addAll(Inside.check(provider.validator(), type, property, value, catalogue, max - all.size()));
        return all;
    }
}
