package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The customer and the agent of {@code moves.mjs}: they stay while servers come and go, and their sockets come back where the way leads. */
final class Visitors implements AutoCloseable {
    private final Cable agent;
    private final Cable customer;
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    /** Sets where the sample is first. */
    Visitors(Server first) throws IOException {
        agent = new Cable(first.port());
        customer = new Cable(first.port());
        process = Node.start("moves.mjs", base(agent), base(customer));
        orders = process.outputWriter(UTF_8);
        answers = process.inputReader(UTF_8);
    }

    private static String base(Cable cable) {
        return "http://127.0.0.1:" + cable.port() + Sample.AT + "/";
    }

    /** Leads both to a server, the agent first, and waits until they did what they do there. */
    void goTo(Server server) throws Exception {
        agent.lead(server.port());
        order("agent", server);
        customer.lead(server.port());
        order("customer", server);
    }

    private void order(String order, Server server) throws Exception {
        orders.write(order + "\n");
        orders.flush();
        String answer = CompletableFuture.supplyAsync(this::answer).get(2, TimeUnit.MINUTES);
        assertEquals(order + ": well", answer, () -> server + ", see moves.mjs.log");
    }

    private String answer() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        agent.close();
        customer.close();
    }
}
