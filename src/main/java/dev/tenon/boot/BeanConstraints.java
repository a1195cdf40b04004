package dev.tenon.boot;

import dev.tenon.kernel.Classes;
import dev.tenon.kernel.web.WebApp;
import dev.tenon.validation.BeanRules;
import dev.tenon.validation.bean.Provider;
import dev.tenon.validation.bean.ProviderRules;

/** Chooses who judges the constraints of records. */
final class BeanConstraints {
    private BeanConstraints() {}

    static BeanRules of(WebApp app) {
        return Classes.has("jakarta.validation.Validation") ? ofProvider(app) : BeanRules.NONE;
    }

    private static BeanRules ofProvider(WebApp app) {
        Provider provider = new Provider(app.beans());
        app.onStop(provider);
        return new ProviderRules(provider);
    }
}
