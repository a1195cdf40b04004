package dev.tenon.it.inside;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

/** A bean of a session. */
@SessionScoped
public class Notepad implements Serializable {
    private static final long serialVersionUID = 1L;

    private String text = "";

    public void write(String line) {
        text = line;
    }

    public String read() {
        return text;
    }
}
