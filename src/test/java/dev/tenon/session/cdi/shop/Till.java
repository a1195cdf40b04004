package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** Intercepted: its instance is of a class that the container made. */
@SessionScoped
@Logged
public class Till implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private Prices prices;

    private int sum;

    public String ring(String item) {
        sum += prices.of(item);
        return String.valueOf(sum);
    }
}
