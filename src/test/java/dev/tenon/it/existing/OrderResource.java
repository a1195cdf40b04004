package dev.tenon.it.existing;

import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.io.IOException;

/** Orders over HTTP, and how many this visitor has made. */
@Path("orders")
@RequestScoped
public class OrderResource {
    @Inject
    private Orders orders;

    @Context
    private HttpServletRequest request;

    /** Returns what was ordered, and the visitor's number of it. */
    @POST
    @Produces("text/plain;charset=UTF-8")
    public String order(@FormParam("product") String product, @FormParam("count") int count) {
        String order = orders.order(product, count);
        int made = made() + 1;
        request.getSession().setAttribute("orders", made);
        return made + ": " + order;
    }

    /** Returns what was ordered by somebody who sent a drawing. */
    @POST
    @Path("drawn")
    public String drawn() throws IOException {
        UploadForm form = Upload.single("file").parse(request);
        return orders.order(form.field("uname").orElse(""), 1);
    }

    /** Returns how many orders the visitor has made. */
    @GET
    @Produces("text/plain")
    public int made() {
        Object made = request.getSession().getAttribute("orders");
        return made == null ? 0 : (Integer) made;
    }
}
