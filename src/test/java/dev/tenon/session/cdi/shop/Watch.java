package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Observes the life of the scope. */
@ApplicationScoped
public class Watch {
    /** The sessions whose beans are gone. */
    public static final BlockingQueue<String> ENDED = new LinkedBlockingQueue<>();

    void begun(@Observes @Initialized(SessionScoped.class) HttpSession session) {
        Basket.LIFE.add("initialized " + session.isNew());
    }

    void ending(@Observes @BeforeDestroyed(SessionScoped.class) HttpSession session) {
        Basket.LIFE.add("before destroyed " + session.getAttributeNames().hasMoreElements());
    }

    void ended(@Observes @Destroyed(SessionScoped.class) HttpSession session) {
        Basket.LIFE.add("destroyed " + !session.getId().isEmpty());
        ENDED.add(session.getId());
    }
}
