package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServletNavigationTest {
    /** An application without servlets and endpoints, as Open Liberty shows its one file. */
    private static final ServletContext EMPTY =
            fake(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getServletRegistrations" -> Map.of();
                case "getClassLoader" -> ServletNavigationTest.class.getClassLoader();
                case "getResource" ->
                    arguments[0].equals("/readme/") ? URI.create("file:/readme").toURL() : null;
                default -> null;
            });

    @Test
    void liberty_findsAFile_alsoBehindASlash_whereNoneIs() {
        assertFalse(navigation("", "/readme/", MappingMatch.DEFAULT).file());
    }

    @Test
    void liberty_showsWhatNobodyIsMappedTo_behindAnEmptyServletPath() {
        assertFalse(navigation("", "/users/7", MappingMatch.DEFAULT).taken());
        assertTrue(navigation("/api", "/users/7", MappingMatch.PATH).taken());
        assertTrue(navigation("", "/users/7", MappingMatch.PATH).taken()); // a servlet at /*
    }

    @Test
    void liberty_mapsAFileThatItHasSent_exactly_toNoServletOfTheApplication() {
        assertFalse(navigation("/index.html", null, MappingMatch.EXACT, "Entry wrapper")
                .taken());
        assertTrue(
                navigation("/page.jsp", null, MappingMatch.EXACT, "/page.jsp").taken());
        assertTrue(navigation("/a.html", null, MappingMatch.EXTENSION, "Entry wrapper")
                .taken());
        assertTrue(navigation("/upload", null, MappingMatch.EXACT, null).taken());
    }

    private static ServletNavigation navigation(String servletPath, String pathInfo, MappingMatch match) {
        return navigation(servletPath, pathInfo, match, "");
    }

    private static ServletNavigation navigation(
            String servletPath, String pathInfo, MappingMatch match, String servlet) {
        HttpServletMapping mapping =
                fake(HttpServletMapping.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMappingMatch" -> match;
                    case "getServletName" -> servlet;
                    default -> "";
                });
        HttpServletRequest request =
                fake(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> servletPath;
                    case "getPathInfo" -> pathInfo;
                    case "getHttpServletMapping" -> mapping;
                    case "getServletContext" -> EMPTY;
                    default -> null;
                });
        return new ServletNavigation(request, Servlets.of(EMPTY), Endpoints.of(EMPTY), WelcomeFiles.of(EMPTY));
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
