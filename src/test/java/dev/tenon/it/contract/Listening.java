package dev.tenon.it.contract;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;

/** Listens to everything. The first of two throws each time, which must not keep the second from hearing. */
abstract class Listening implements HttpSessionListener, HttpSessionIdListener, HttpSessionAttributeListener {
    private final String name;

    Listening(String name) {
        this.name = name;
    }

    /** Declared first. */
    public static final class First extends Listening {
        /** For the server. */
        public First() {
            super("first");
        }
    }

    /** Declared second. */
    public static final class Second extends Listening {
        /** For the server. */
        public Second() {
            super("second");
        }
    }

    private void note(String line) {
        Diary.note(name + " " + line);
        if (name.equals("first")) {
            throw new IllegalStateException("the first listener throws");
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        session.setAttribute("made by " + name, name);
        session.removeAttribute("made by " + name);
        note("created");
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        boolean own =
                Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
        note("destroyed with " + event.getSession().getAttribute("a") + " by " + (own ? "the application's" : "another")
                + " loader");
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        note("id changed " + !event.getSession().getId().equals(oldId));
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        tell("added", event);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        tell("removed", event);
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        tell("replaced", event);
    }

    private void tell(String what, HttpSessionBindingEvent event) {
        if (!event.getName().startsWith("made by")) {
            note(what + " " + event.getName() + " " + event.getValue());
        }
    }
}
