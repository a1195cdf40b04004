package dev.tenon.it.beans;

import jakarta.ejb.Stateful;
import jakarta.enterprise.context.SessionScoped;

/** An enterprise bean of the session: its container keeps it. */
@Stateful
@SessionScoped
public class Clerk {
    private int served;

    /** Returns how many it served in this session. */
    public int serve() {
        return ++served;
    }
}
