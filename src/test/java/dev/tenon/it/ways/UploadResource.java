package dev.tenon.it.ways;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** A REST resource that takes the raw request. */
@Path("upload")
public class UploadResource {
    /** Returns what came. */
    @POST
    @Produces("text/plain;charset=UTF-8")
    public String receive(@Context HttpServletRequest request) throws IOException {
        return PlainServlet.received(request);
    }
}
