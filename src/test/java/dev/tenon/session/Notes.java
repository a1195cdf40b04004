package dev.tenon.session;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.List;

/** Listeners of an application that write down what they hear, and what of the session they see then. */
final class Notes {
    private final List<String> heard = new ArrayList<>();

    List<EventListener> listeners() {
        return List.of(new Life("1"), new Throwing(), new Life("2"), new Ids(), new Attributes());
    }

    List<String> take() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    private static String names(HttpSession session) {
        try {
            return Collections.list(session.getAttributeNames()).toString();
        } catch (IllegalStateException e) {
            return "invalid";
        }
    }

    private final class Life implements HttpSessionListener {
        private final String name;

        Life(String name) {
            this.name = name;
        }

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            heard.add("created " + name);
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            heard.add("destroyed " + name + " " + names(event.getSession()));
        }
    }

    private static final class Throwing implements HttpSessionListener, HttpSessionAttributeListener {
        @Override
        public void sessionCreated(HttpSessionEvent event) {
            throw new IllegalArgumentException("of the application");
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            event.getSession().invalidate();
            throw new IllegalArgumentException("of the application");
        }

        @Override
        public void attributeAdded(HttpSessionBindingEvent event) {
            throw new IllegalArgumentException("of the application");
        }
    }

    private final class Ids implements HttpSessionIdListener {
        @Override
        public void sessionIdChanged(HttpSessionEvent event, String oldId) {
            heard.add(oldId + " became " + event.getSession().getId());
        }
    }

    private final class Attributes implements HttpSessionAttributeListener {
        @Override
        public void attributeAdded(HttpSessionBindingEvent event) {
            note("added", event);
        }

        @Override
        public void attributeRemoved(HttpSessionBindingEvent event) {
            note("removed", event);
        }

        @Override
        public void attributeReplaced(HttpSessionBindingEvent event) {
            note("replaced", event);
        }

        private void note(String what, HttpSessionBindingEvent event) {
            heard.add(what + " " + event.getName() + "=" + event.getValue() + " " + names(event.getSession()));
        }
    }
}
