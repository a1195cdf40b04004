package dev.tenon.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class TenonExceptionMapperTest {
    @Test
    void refusal_inAResource_isAnsweredAsTheProblem() throws ExecutionException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ContainerResponse answer = new ApplicationHandler(new ResourceConfig(TenonExceptionMapper.class, SignUp.class))
                .apply(get("/sign-up"), body)
                .get();
        assertEquals(422, answer.getStatus());
        assertEquals("application/problem+json", answer.getMediaType().toString());
        assertEquals(
                new ValidationException(List.of(SignUp.TOO_SHORT)).problem().toJson(),
                body.toString(StandardCharsets.UTF_8));
    }

    private static ContainerRequest get(String path) {
        URI base = URI.create("http://localhost/");
        return new ContainerRequest(base, base.resolve(path), "GET", null, new MapPropertiesDelegate(), null);
    }

    /** A resource that calls something validated. */
    @Path("sign-up")
    public static final class SignUp {
        private static final Violation TOO_SHORT =
                new Violation("argument", "uname", "size", "请填写用户名", "/uname", Map.of("min", 6));

        /** Returns the name if it is long enough. */
        @GET
        public String signUp(@QueryParam("uname") String uname) {
            if (uname == null) {
                throw new ValidationException(List.of(TOO_SHORT));
            }
            return uname;
        }
    }
}
