package dev.tenon.it.contract;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import java.io.Serializable;

/** A value that writes down what it is told. One called "angry" throws. */
public final class Bound implements HttpSessionBindingListener, HttpSessionActivationListener, Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    Bound(String name) {
        this.name = name;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        note("bound", event);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        note("unbound", event);
    }

    /** With what the others see at that moment. */
    private void note(String what, HttpSessionBindingEvent event) {
        Diary.note(what + " " + name + " as " + event.getName() + " seen " + seen(event));
        if (name.equals("angry")) {
            throw new IllegalStateException(name);
        }
    }

    private static Object seen(HttpSessionBindingEvent event) {
        try {
            return event.getSession().getAttribute(event.getName());
        } catch (IllegalStateException ended) {
            return "nothing, it ended";
        }
    }

    @Override
    public void sessionWillPassivate(HttpSessionEvent event) {
        Diary.note("passivates " + name);
    }

    @Override
    public void sessionDidActivate(HttpSessionEvent event) {
        Diary.note("activated " + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
