package dev.tenon.realtime;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The least that an echo over long-polling costs in Tomcat: a bare servlet that cuts strings. No protocol, no limits. */
public final class PollFloor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Client> clients = new ConcurrentHashMap<>();

    private PollFloor() {}

    /** Serves on the port that the first argument names, until the process ends. */
    public static void main(String... args) throws Exception {
        File base = Files.createTempDirectory("floor").toFile();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.getPath());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", base.getPath());
        Tomcat.addServlet(context, "floor", new PollFloor()).setAsyncSupported(true);
        context.addServletMappingDecoded("/socket.io/*", "floor");
        tomcat.start();
        tomcat.getServer().await();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        int sid = query.indexOf("&sid=");
        if (sid < 0) {
            open(response);
        } else if (request.getMethod().equals("GET")) {
            clients.get(query.substring(sid + 5)).poll(request, response);
        } else {
            post(clients.get(query.substring(sid + 5)), request);
            write(response, "ok");
        }
    }

    private void open(HttpServletResponse response) throws IOException {
        String sid = UUID.randomUUID().toString();
        clients.put(sid, new Client());
        write(response, "0{\"sid\":\"" + sid + "\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}");
    }

    private static void post(Client client, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(request.getContentLength());
        String text = new String(body, StandardCharsets.UTF_8);
        client.send(text.equals("40") ? "40{\"sid\":\"1\"}" : "431[" + text.substring(text.indexOf(',') + 1));
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; charset=UTF-8");
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body);
    }

    /** One client, with its poll or what waits for it. */
    private static final class Client {
        private final Queue<String> waiting = new ArrayDeque<>();
        private AsyncContext parked;

        void poll(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String text;
            synchronized (this) {
                text = waiting.poll();
                if (text == null) {
                    parked = request.startAsync();
                    parked.setTimeout(60_000);
                }
            }
            if (text != null) {
                write(response, text);
            }
        }

        void send(String text) throws IOException {
            AsyncContext poll = take(text);
            if (poll != null) {
                write((HttpServletResponse) poll.getResponse(), text);
                poll.complete();
            }
        }

        private synchronized AsyncContext take(String text) {
            AsyncContext poll = parked;
            parked = null;
            if (poll == null) {
                waiting.add(text);
            }
            return poll;
        }
    }
}
