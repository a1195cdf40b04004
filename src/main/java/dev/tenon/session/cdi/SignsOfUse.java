package dev.tenon.session.cdi;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Says whether the application means to use the session feature. CDI must know while it looks for beans, before there is a servlet context on
 * most servers, so this reads what can be read then, and takes any mention of a key for a yes: a yes that turns out wrong costs nothing.
 */
final class SignsOfUse {
    private static final Logger LOG = System.getLogger(SignsOfUse.class.getName());
    private static final String KEYS = "tenon.session.";
    private static final String VARIABLES = "TENON_SESSION_";

    private SignsOfUse() {}

    static boolean areThere() {
        return System.getProperties().stringPropertyNames().stream().anyMatch(name -> name.startsWith(KEYS))
                || System.getenv().keySet().stream().anyMatch(name -> name.startsWith(VARIABLES))
                || files().anyMatch(SignsOfUse::mentionsKey);
    }

    private static Stream<URL> files() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? SignsOfUse.class.getClassLoader() : context;
        return Stream.of(
                        loader.getResource("META-INF/tenon.properties"),
                        loader.getResource("META-INF/microprofile-config.properties"),
                        webXml())
                .filter(Objects::nonNull);
    }

    /** Beside the folder of the jar; null where the server does not keep applications so. */
    private static URL webXml() {
        try {
            URL jar = SignsOfUse.class.getProtectionDomain().getCodeSource().getLocation();
            return jar.getPath().endsWith(".jar") ? new URL(jar, "../web.xml") : null;
        } catch (MalformedURLException e) {
            return null;
        }
    }

    private static boolean mentionsKey(URL file) {
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false); // else the server cannot delete the archive
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(KEYS);
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "nothing to read", e);
            return false;
        }
    }
}
