package dev.tenon.it;

import dev.tenon.it.beans.Clerk;
import dev.tenon.it.beans.ShopServlet;
import dev.tenon.session.cdi.shop.Basket;
import dev.tenon.session.cdi.shop.Coupons;
import dev.tenon.session.cdi.shop.Logged;
import dev.tenon.session.cdi.shop.Prices;
import dev.tenon.session.cdi.shop.Till;
import dev.tenon.session.cdi.shop.Visits;
import dev.tenon.session.cdi.shop.Wishes;
import org.h2.Driver;

/** An application whose pages are made of session beans; only for servers with CDI. */
final class Shop {
    /** What the first visit to {@code /shop/add} is answered. */
    static final String FIRST = "[tea] 6 -1 4";

    /** What the second is answered, where the beans of the first are still there. */
    static final String SECOND = "[tea, tea] 6 -2 8";

    /** Where a key stands that CDI sees in time on every server. */
    static final String KEYS = "WEB-INF/classes/META-INF/tenon.properties";

    /** Switches sessions on where CDI sees it on servers that unpack an application; Open Liberty 26.0.0.3 does not. */
    static final String ENABLED = """
            <context-param>
              <param-name>tenon.session.enabled</param-name>
              <param-value>true</param-value>
            </context-param>
            """;

    private Shop() {}

    static War war() {
        return new War()
                .library(Build.jar())
                .library(Build.library(Driver.class))
                .classes(ShopServlet.class, Clerk.class, Basket.class, Coupons.class, Logged.class)
                .classes(Prices.class, Till.class, Visits.class, Wishes.class);
    }
}
