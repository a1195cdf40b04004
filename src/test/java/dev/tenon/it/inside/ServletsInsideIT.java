package dev.tenon.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
import dev.tenon.validation.Check;
import dev.tenon.validation.ValidationException;
import jakarta.servlet.http.HttpSession;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application has of Tenon on every server, plain Tomcat included. */
@Tag("arquillian")
@ExtendWith(ArquillianExtension.class)
class ServletsInsideIT {
    @Deployment
    static WebArchive application() {
        return Archives.withTenon("tenon.session.store=memory\ntenon.fallback.index=/index.html");
    }

    @Test
    void jar_isThePackagedOne() throws ClassNotFoundException {
        String place =
                String.valueOf(Tenon.class.getProtectionDomain().getCodeSource().getLocation());
        assertTrue(place.contains("WEB-INF/lib/tenon-"), place);
        Class<?> relocated = Class.forName("dev.tenon.json.jackson.JsonFactory", false, Tenon.class.getClassLoader());
        assertEquals(Tenon.class.getClassLoader(), relocated.getClassLoader());
    }

    @Test
    void tenon_namesTheKeysOfWhatIsOff() {
        Tenon tenon = Tenon.of(CurrentRequest.get().getServletContext());
        String message =
                assertThrows(IllegalStateException.class, tenon::realtime).getMessage();
        assertTrue(message.contains("tenon.realtime."), message);
    }

    @Test
    void session_isTenons_andKeepsWhatIsSet() {
        HttpSession session = CurrentRequest.get().getSession();
        assertTrue(session.getClass().getName().startsWith("dev.tenon.session."), session::toString);
        session.setAttribute("agent", "Ada");
        assertEquals("Ada", CurrentRequest.get().getSession(false).getAttribute("agent"));
    }

    @Test
    void check_needsNoProvider() {
        Check check = Check.of(CurrentRequest.get());
        check.query("uname").required("请填写用户名");
        assertEquals(
                "请填写用户名",
                assertThrows(ValidationException.class, check::vals)
                        .errors()
                        .get(0)
                        .message());
    }
}
