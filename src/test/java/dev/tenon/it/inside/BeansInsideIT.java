package dev.tenon.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.WireSocket;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import dev.tenon.validation.bean.ProviderBytes;
import dev.tenon.validation.bean.Sheet;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What CDI adds on servers that have it. */
@Tag("arquillian")
@Tag("cdi")
@ExtendWith(ArquillianExtension.class)
class BeansInsideIT {
    @Inject
    private Accounts accounts;

    @Inject
    private Realtime io;

    @Inject
    private HttpServletRequest request;

    @Inject
    private HttpSession session;

    @Inject
    private Notepad notepad;

    @Deployment
    static WebArchive application() {
        return Archives.withTenon("tenon.realtime.enabled=true\ntenon.session.store=memory")
                .addClasses(Accounts.class, Clerk.class, Notepad.class, Till.class, WireSocket.class)
                .addClasses(ProviderBytes.class, Sheet.class)
                .addAsResource("dev/tenon/validation/bean/provider-bytes.txt");
    }

    @Test
    void validatedMethod_runsWhatIsValid() {
        assertEquals("carpenter is 42", accounts.open("carpenter", 42));
    }

    @Test
    void validatedMethod_refusesAllThatIsWrong_inTheOrderOfItsParameters() {
        List<Violation> errors = assertThrows(ValidationException.class, () -> accounts.open("oak", 7))
                .errors();
        assertEquals(
                List.of("uname", "age"), errors.stream().map(Violation::name).toList());
        assertEquals("请填写用户名", errors.get(0).message());
    }

    @Test
    void constraints_giveTheBytesThatEveryProviderGives() throws IOException {
        try (InputStream in = ProviderBytes.class.getResourceAsStream("provider-bytes.txt")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip(), new ProviderBytes().get());
        }
    }

    @Test
    void validatedMethod_cleansItsArguments() {
        assertEquals("carpenter is 99", accounts.open("  carpenter ", 120));
    }

    @Test
    void realtime_isInjected() {
        assertEquals("/desk", io.of("/desk").name());
    }

    @Test
    void onEventMethod_answersOverWebSocket_withARequestContextForEachEvent() throws Exception {
        HttpServletRequest here = CurrentRequest.get();
        String path = here.getContextPath() + "/socket.io/?EIO=4&transport=websocket";
        URI uri = URI.create("http://127.0.0.1:" + here.getLocalPort() + path);
        WireSocket client = new WireSocket(HttpClient.newHttpClient(), uri);
        assertTrue(client.next().startsWith("0{"));
        assertTrue(client.send("40").next().startsWith("40{"));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "43" + i + "[\"3 tea 2 true\"]",
                    client.send("42" + i + "[\"order\",\"tea\",3]").next());
        }
        client.close();
    }

    @Test
    void request_isTheOneBehindTenonsFilter() {
        assertTrue(request.getSession().getClass().getName().startsWith("dev.tenon.session."), request::toString);
    }

    @Test
    void session_isTheStoredOne() {
        session.setAttribute("agent", "Ada");
        HttpSession stored = CurrentRequest.get().getSession(false);
        assertEquals(stored.getId(), session.getId());
        assertEquals("Ada", stored.getAttribute("agent"));
    }

    @Test
    void sessionScopedBean_livesInTheStoredSession() {
        notepad.write("call back");
        HttpSession stored = CurrentRequest.get().getSession(false);
        assertTrue(stored.getClass().getName().startsWith("dev.tenon.session."), stored::toString);
        stored.invalidate();
        CurrentRequest.get().getSession();
        assertEquals("", notepad.read());
    }
}
