package dev.tenon.it.accident;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean of the application's session. */
@SessionScoped
public class Visits implements Serializable {
    private static final long serialVersionUID = 1L;

    private int count;

    int add() {
        return ++count;
    }
}
