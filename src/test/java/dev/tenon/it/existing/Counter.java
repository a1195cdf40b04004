package dev.tenon.it.existing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** Counts the clicks on one page. */
@Named
@ViewScoped
public class Counter implements Serializable {
    private static final long serialVersionUID = 1L;

    private int clicks;

    /** Returns how many there were. */
    public int getClicks() {
        return clicks;
    }

    /** Counts one more. */
    public void click() {
        clicks++;
    }
}
