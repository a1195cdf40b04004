package dev.tenon.it.ways;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A bean that is given the request. */
@ApplicationScoped
public class Receiver {
    @Inject
    private HttpServletRequest request;

    /** Returns what came with the request that runs now. */
    public String receive() throws IOException {
        return PlainServlet.received(request);
    }
}
