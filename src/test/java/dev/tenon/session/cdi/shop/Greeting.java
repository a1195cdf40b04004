package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean with a qualifier. */
@SessionScoped
@Gift("mia")
public class Greeting implements Serializable {
    private static final long serialVersionUID = 1L;

    private int greeted;

    /** Returns how often. */
    public int greet() {
        return ++greeted;
    }
}
