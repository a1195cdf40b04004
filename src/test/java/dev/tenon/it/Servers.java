package dev.tenon.it;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers by the names that {@code -Dserver} takes. */
final class Servers {
    private static final Map<String, Maker> ALL = new LinkedHashMap<>();

    /** Those that nobody can have at present; {@code all} leaves them out. */
    private static final Map<String, Maker> MISSING = Map.of("tomee10", TomEe::ten);

    static {
        ALL.put("payara-micro", PayaraMicro::new);
        ALL.put("tomcat10", Tomcat::new);
        ALL.put("tomcat11", Tomcat::eleven);
        ALL.put("jetty-ee10", Jetty::ee10);
        ALL.put("jetty-ee11", Jetty::ee11);
        ALL.put("wildfly", WildFly::new);
        ALL.put("glassfish7", GlassFish::seven);
        ALL.put("liberty", Liberty::new);
        ALL.put("tomee9", TomEe::nine);
        ALL.put("glassfish8", GlassFish::eight);
        ALL.put("payara-server", GlassFish::payara);
    }

    private Servers() {}

    /** Returns the names of those that the build was asked to try: none, some, or {@code all}. */
    static List<String> chosen() {
        List<String> names = Build.servers();
        return names.equals(List.of("all")) ? List.copyOf(ALL.keySet()) : names;
    }

    /**
     * Returns the server, not yet started.
     *
     * @throws IllegalStateException if it cannot be had
     */
    static Server create(String name) throws IOException, InterruptedException {
        Maker maker = ALL.getOrDefault(name, MISSING.get(name));
        if (maker == null) {
            throw new IllegalArgumentException("-Dserver=" + name + ": there is no such server; allowed are all, "
                    + String.join(", ", ALL.keySet()));
        }
        return maker.make();
    }

    private interface Maker {
        Server make() throws IOException, InterruptedException;
    }
}
