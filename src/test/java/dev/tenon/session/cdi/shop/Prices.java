package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.ApplicationScoped;

/** Not serializable, as services are. */
@ApplicationScoped
public class Prices {
    public int of(String item) {
        return item.length();
    }
}
