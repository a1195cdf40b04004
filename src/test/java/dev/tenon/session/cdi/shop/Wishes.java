package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** What its constructor is given stands in a field that no annotation marks. */
@SessionScoped
public class Wishes implements Serializable {
    private static final long serialVersionUID = 1L;

    private Prices prices;
    private int sum;

    /** For the proxy. */
    protected Wishes() {}

    @Inject
    Wishes(Prices prices) {
        this.prices = prices;
    }

    public int add(String item) {
        sum += prices.of(item);
        return sum;
    }
}
