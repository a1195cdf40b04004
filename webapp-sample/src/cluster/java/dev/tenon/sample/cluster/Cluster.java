package dev.tenon.sample.cluster;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Runs the desk on Payara Micro and on Tomcat, over one MariaDB and one Redis, behind nginx; everything on this machine alone. Ends all of it with
 * itself: at Ctrl-C, or when its input is closed.
 */
public final class Cluster implements AutoCloseable {
    private final Path home;
    private final Commands commands;
    private final Ports ports;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean closed;

    private Cluster(Path project, Path tomcat, int port) {
        this.home = project.resolve("target/cluster");
        this.commands = new Commands(project, home, tomcat);
        this.ports = Ports.of(port, port + 1);
    }

    /** @param args the folder of the project, which was built; an unpacked Tomcat; a port, of which the next one is taken, too */
    public static void main(String... args) throws Exception {
        Cluster cluster = new Cluster(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        try {
            cluster.start();
            while (System.in.read() >= 0) {
                continue; // whatever is typed
            }
            System.exit(0);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void start() throws IOException, InterruptedException, ManagedProcessException {
        Part redis = run("redis-server", Map.of(), Commands.redis(ports.redis()));
        redis.await(() -> Ports.isOpen(ports.redis()));
        Part nginx = run("nginx", Map.of(), commands.nginx(ports));
        nginx.await(() -> Ports.isOpen(ports.either()));
        Map<String, String> settings = settings(database());
        Part payara = run("payara-micro", settings, commands.payaraMicro(ports.payara()));
        Part tomcat = run("tomcat", settings, commands.tomcat(ports.tomcat()));
        payara.await(() -> Ports.hasDesk(ports.payara()));
        tomcat.await(() -> Ports.hasDesk(ports.tomcat()));
        announce(payara, tomcat);
    }

    /** What both servers are told. Uploads that go on after a break may go on at the other one. */
    private Map<String, String> settings(String database) {
        return Map.of(
                "TENON_DATABASE_URL",
                database,
                "TENON_REALTIME_REDIS_URL",
                "redis://127.0.0.1:" + ports.redis(),
                "TENON_UPLOAD_RESUMABLE_DESTINATION",
                home.resolve("uploads").toString(),
                "TENON_WEB_TRUSTEDPROXIES",
                "127.0.0.1");
    }

    private String database() throws ManagedProcessException {
        MariaDb database = MariaDb.start(home.resolve("mariadb"));
        keep(database::stop);
        return database.url();
    }

    private Part run(String name, Map<String, String> environment, List<String> command) throws IOException {
        Part part = Part.start(name, home, environment, command);
        keep(part);
        return part;
    }

    /** What comes while all is being ended is ended at once. */
    private synchronized void keep(AutoCloseable part) {
        running.push(part);
        if (closed) {
            close();
        }
    }

    private void announce(Part payara, Part tomcat) {
        System.out.printf(
                "The shop is at http://localhost:%d/ and its desk at http://localhost:%<d/agent%n"
                        + "  Each browser stays on one of two servers. Where any request may come to any server: http://localhost:%d/%n"
                        + "  Payara Micro is process %d at http://localhost:%d/, Tomcat is process %d at http://localhost:%d/%n"
                        + "  Logs are in %s. Ctrl-C ends it all.%n",
                ports.sticky(), ports.either(), payara.pid(), ports.payara(), tomcat.pid(), ports.tomcat(), home);
        for (Part server : List.of(payara, tomcat)) {
            server.onExit(() -> say(server + " is gone; the other serves its visitors"));
        }
    }

    private synchronized void say(String line) {
        if (!closed) {
            System.out.println(line);
        }
    }

    /** Ends the servers before what they use. */
    @Override
    public void close() {
        Deque<AutoCloseable> parts;
        synchronized (this) {
            closed = true;
            parts = new ArrayDeque<>(running);
            running.clear();
        }
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println(part + " did not end well: " + e.getMessage());
            }
        }
    }
}
