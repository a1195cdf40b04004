package dev.tenon.it.inside;

import jakarta.enterprise.context.RequestScoped;

/** One for each request, or event. */
@RequestScoped
public class Till {
    private int asked;

    /** Returns how often it was asked. */
    public int ask() {
        return ++asked;
    }
}
