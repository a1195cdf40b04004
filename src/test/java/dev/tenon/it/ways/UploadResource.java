package dev.tenon.it.ways;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** A REST resource that takes the raw request. */
@Path("upload")
public class UploadResource {
    /** Returns what came. */
    @POST
    public Response receive(@Context HttpServletRequest request) throws IOException {
        return Response.ok(PlainServlet.received(request), "text/plain;charset=UTF-8")
                .build(); // whatever the client accepts
    }
}
