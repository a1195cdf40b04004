package dev.tenon.kernel.web;

/** The application's {@code @SessionScoped} beans, as far as the session feature knows of them. A bean of Tenon's own where CDI is. */
public interface SessionScopedBeans {
    /** Returns whether Tenon decides where they are kept; it is for CDI to know before the application starts. */
    boolean areMoved();

    /** Keeps them in the stored session from now on, and nowhere else. */
    void keepInStore();
}
