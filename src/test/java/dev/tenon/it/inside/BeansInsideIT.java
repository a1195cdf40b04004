package dev.tenon.it.inside;

import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
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
    private ServletContext context;

    @Deployment
    static WebArchive application() {
        return Archives.withTenon("");
    }

    @Test
    void beans_areOfTheApplication() {
        assertSame(CurrentRequest.get().getServletContext().getContextPath(), context.getContextPath());
    }
}
