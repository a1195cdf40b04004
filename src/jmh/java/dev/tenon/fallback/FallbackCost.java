package dev.tenon.fallback;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * What a request costs inside Tomcat, from before the filter to after the answer, beside a filter of a few lines and a bare forward. The
 * applications take turns; each figure is the median of the rounds' medians.
 */
public final class FallbackCost {
    private static final int ROUNDS = 9;
    private static final int REQUESTS = Integer.getInteger("requests", 10_000);
    private static final int BATCH = 50;
    private static final String PAGE = "<!doctype html><title>Shop</title>" + "<p>Tenon</p>".repeat(150);

    private static long[] times = new long[REQUESTS];
    private static int count;

    private FallbackCost() {}

    /** Prints nanoseconds and ratios. */
    public static void main(String... args) throws Exception {
        Path base = Files.createTempDirectory("cost");
        Files.writeString(base.resolve("index.html"), PAGE);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        add(tomcat, base, "/none", (request, response, chain) -> chain.doFilter(request, response));
        add(tomcat, base, "/minimal", new Minimal());
        add(tomcat, base, "/forward", new BareForward());
        add(
                tomcat,
                base,
                "/tenonforward",
                new HistoryFallbackFilter(FallbackOptions.builder().serve(false).build()));
        add(
                tomcat,
                base,
                "/tenon",
                new HistoryFallbackFilter(FallbackOptions.builder().build()));
        add(
                tomcat,
                base,
                "/compat",
                new HistoryFallbackFilter(
                        FallbackOptions.builder().mode(FallbackMode.COMPAT).build()));
        tomcat.start();
        int port = tomcat.getConnector().getLocalPort();
        print(
                "passes to a servlet",
                measure(port, "/api/x.y", "GET", "/none", "/minimal", "/tenon", "/compat"),
                "/minimal");
        print("passes a POST", measure(port, "/api/x.y", "POST", "/none", "/minimal", "/tenon", "/compat"), "/minimal");
        print(
                "deep link",
                measure(
                        port,
                        "/agent/conversations/42",
                        "GET",
                        "/forward",
                        "/minimal",
                        "/tenonforward",
                        "/tenon",
                        "/compat"),
                "/forward");
        tomcat.stop();
    }

    private static void add(Tomcat tomcat, Path base, String path, Filter filter) {
        Context context = tomcat.addContext(path, base.toString());
        context.addMimeMapping("html", "text/html");
        addFilter(context, "stopwatch", new Stopwatch());
        addFilter(context, "subject", filter);
        Tomcat.addServlet(context, "default", "org.apache.catalina.servlets.DefaultServlet")
                .addMapping("/");
        Tomcat.addServlet(context, "api", new Api()).addMapping("/api/*");
    }

    private static void addFilter(Context context, String name, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(name);
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    private static Map<String, Long> measure(int port, String path, String method, String... applications)
            throws IOException {
        Map<String, long[]> rounds = new LinkedHashMap<>();
        for (int round = -4; round < ROUNDS; round++) {
            for (String application : applications) {
                long median = round(port, method + " " + application + path);
                if (round >= 0) {
                    rounds.computeIfAbsent(application, name -> new long[ROUNDS])[round] = median;
                }
            }
        }
        Map<String, Long> medians = new LinkedHashMap<>();
        rounds.forEach((application, all) -> medians.put(application, median(all)));
        return medians;
    }

    private static long round(int port, String request) throws IOException {
        count = 0;
        byte[] batch = (request
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nAccept: text/html,application/xhtml+xml,"
                        + "application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\nSec-Fetch-Mode: navigate\r\n"
                        + "Sec-Fetch-Dest: document\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101\r\n"
                        + "Accept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n")
                .repeat(BATCH)
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            for (int sent = 0; sent < REQUESTS; sent += BATCH) {
                socket.getOutputStream().write(batch);
                drain(socket.getInputStream(), BATCH);
            }
        }
        return median(Arrays.copyOf(times, count));
    }

    /** Reads until this many answers began and the last one is whole; the answers are all alike. */
    private static void drain(InputStream in, int answers) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        int length = -1;
        while (length < 0 || all.size() < length * answers) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new IOException("closed: " + all);
            }
            all.write(buffer, 0, read);
            if (length < 0) {
                length = length(all.toString(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static int length(String text) {
        int head = text.indexOf("\r\n\r\n") + 4;
        if (head < 4) {
            return -1;
        }
        int at = text.indexOf("Content-Length: ");
        return head + (at < 0 || at > head ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at))));
    }

    private static long median(long... values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String what, Map<String, Long> medians, String peer) {
        medians.forEach((application, nanos) -> System.out.printf(
                "%-22s %-14s %6d ns  %.2f of %s%n",
                what, application, nanos, nanos / (double) medians.get(peer), peer));
    }

    /** Stands before the filter. Requests come one after the other. */
    private static final class Stopwatch extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            long start = System.nanoTime();
            chain.doFilter(request, response);
            times[count++] = System.nanoTime() - start;
        }
    }

    /** Looks at nothing but the method and the dot. */
    private static final class Minimal extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getMethod().equals("GET") && request.getRequestURI().indexOf('.') < 0) {
                response.setHeader("Cache-Control", "no-cache");
                request.getRequestDispatcher("/index.html").forward(request, response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    /** Decides nothing. */
    private static final class BareForward extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.getRequestDispatcher("/index.html").forward(request, response);
        }
    }

    /** Does nothing. */
    private static final class Api extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            response.setContentLength(0);
        }
    }
}
