package dev.tenon.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.Tenon;
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
        return Archives.withTenon("tenon.fallback.index=/index.html");
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
    void session_keepsWhatIsSet() {
        HttpSession session = CurrentRequest.get().getSession();
        session.setAttribute("agent", "Ada");
        assertEquals("Ada", CurrentRequest.get().getSession(false).getAttribute("agent"));
    }
}
