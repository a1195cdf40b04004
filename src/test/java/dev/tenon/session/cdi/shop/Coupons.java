package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;

/** A dependent object with a state of its own and something injected. */
@Dependent
public class Coupons implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Prices prices;

    private int used;

    int discount(String code) {
        used++;
        return used * prices.of(code);
    }
}
