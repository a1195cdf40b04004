package dev.tenon.validation.bean;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.Check;
import dev.tenon.validation.message.Catalogue;
import java.util.List;
import java.util.Map;

/** An application that checks requests, and has everything for beans, but no bean with a constraint. */
public final class IdleApplication implements Runnable {
    @Override
    public void run() {
        try (Provider provider = new Provider(BeanLookup.NONE)) {
            new ProviderRules(provider).check(new Plain(1), Catalogue.of(List.of()), 100);
        }
        new BeanValidation(BeanLookup.NONE, () -> {}).close();
        Check check = Check.of(Map.of("number", 1));
        check.body("number").isInt();
        check.as(Plain.class);
    }

    /** Nothing to judge. */
    public record Plain(int number) {}
}
