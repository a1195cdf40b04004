package dev.tenon.kernel.web;

import jakarta.servlet.http.HttpSession;

/** The application's {@code @SessionScoped} beans, as far as the session feature knows of them. A bean of Tenon's own where CDI is. */
public interface SessionScopedBeans {
    /** Returns whether Tenon decides where they are kept; it is for CDI to know before the application starts. */
    boolean areMoved();

    /** Keeps them in the stored session from now on, and nowhere else. */
    void keepInStore();

    /** Says that a session began, for those who observe it. */
    void began(HttpSession session);

    /** Says that a session is about to end, with all that is in it. */
    void ends(HttpSession session);

    /** Says that a session ended, and its beans with it. */
    void ended(HttpSession session);
}
