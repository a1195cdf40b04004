package dev.tenon.it.existing;

import dev.tenon.realtime.cdi.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Orders as events of the pages that are connected. */
@ApplicationScoped
public class OrderEvents {
    @Inject
    private Orders orders;

    @OnEvent("order")
    public String order(String product, int count) {
        return orders.order(product, count); // the answer
    }
}
