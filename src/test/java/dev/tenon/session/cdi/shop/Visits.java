package dev.tenon.session.cdi.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;

/** Produces an object of the session that is no bean class. */
@ApplicationScoped
public class Visits {
    @Produces
    @SessionScoped
    List<String> pages() {
        return new ArrayList<>();
    }
}
