package dev.tenon.session.cdi.shop;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Has everything injected that a session bean may have. */
@SessionScoped
public class Basket implements Serializable {
    public static final List<String> LIFE = new CopyOnWriteArrayList<>();
    private static final long serialVersionUID = 1L;

    private final List<String> items = new ArrayList<>();
    private transient StringBuilder scratch = new StringBuilder();
    private transient Prices byInitializer;

    @Inject
    private Coupons coupons;

    @Inject
    private Instance<Prices> prices;

    @Inject
    private Event<String> added;

    @Inject
    void init(Prices given) {
        byInitializer = given;
    }

    @PostConstruct
    void begin() {
        LIFE.add("begin");
    }

    @PreDestroy
    void end() {
        LIFE.add("end " + items);
    }

    /** Returns the items, what the last one costs, and how much a coupon takes off. */
    public String add(String item) {
        items.add(item);
        added.fire(item);
        scratch.append(byInitializer.of(item) + prices.get().of(item));
        return items + " " + scratch + " -" + coupons.discount("x");
    }

    public String peek() {
        return items.toString();
    }
}
