package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** A bean that needs a resource while it works. */
@SessionScoped
public class Desk implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Line line;

    private int calls;

    public String call() {
        calls++;
        return calls + " " + line.isOpen();
    }
}
