package dev.tenon.it.accident;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The application's own REST. */
@Path("/things")
public class RestResource {
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

    /** Throws what no mapper knows. */
    @GET
    @Path("failing")
    public String fail() {
        throw new IllegalStateException("failed");
    }
}
