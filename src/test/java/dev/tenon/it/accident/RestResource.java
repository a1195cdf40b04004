package dev.tenon.it.accident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The application's own REST, with what CDI injects. */
@Path("/things")
@RequestScoped
public class RestResource {
    @Inject
    private Visits visits;

    @Inject
    private HttpServletRequest injected;

    @Inject
    private BeanManager beans;

    /** Returns a text that says whether there is a session. */
    @GET
    public String get(@Context HttpServletRequest request) {
        return "things " + (request.getSession(false) == null);
    }

    /** Returns the field of a form. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String post(@FormParam("uname") String uname) {
        return uname;
    }

    /** Returns a bean of the session, its scope, and where injected requests and sessions come from. */
    @GET
    @Path("visits")
    public String visits() {
        return visits.add() + " " + injected.getSession().isNew() + " "
                + bean(Visits.class).getScope() + " "
                + bean(HttpServletRequest.class).getBeanClass()
                + bean(HttpSession.class).getBeanClass();
    }

    private Bean<?> bean(Class<?> type) {
        return beans.resolve(beans.getBeans(type));
    }

    /** Throws what no mapper knows. */
    @GET
    @Path("failing")
    public String fail() {
        throw new IllegalStateException("failed");
    }
}
