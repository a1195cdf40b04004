package dev.tenon.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agents that may sign in: {@code agents.properties} names them. Immutable. */
final class Agents {
    /** Compared with when there is no such agent, so that the time of the answer does not tell. */
    private static final PasswordHash NOBODY = PasswordHash.of("");

    private final Map<String, Agent> agents;

    private Agents(Map<String, Agent> agents) {
        this.agents = agents;
    }

    /** Returns the agents of the application. */
    static Agents load() {
        try (InputStream file = Agents.class.getResourceAsStream("/agents.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Agents(properties.stringPropertyNames().stream()
                    .filter(key -> !key.contains("."))
                    .map(id -> agent(id, properties))
                    .collect(Collectors.toUnmodifiableMap(Agent::id, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Agent agent(String id, Properties properties) {
        return new Agent(id, properties.getProperty(id), PasswordHash.parse(properties.getProperty(id + ".password")));
    }

    /** Returns the ids of all, in alphabetical order. */
    List<String> ids() {
        return agents.keySet().stream().sorted().toList();
    }

    /** Returns what customers call the agent; an agent who has left since signing in is called by the id. */
    String name(String id) {
        return agents.containsKey(id) ? agents.get(id).name() : id;
    }

    /** Returns whether there is such an agent, and the password is the agent's. */
    boolean knows(String id, String password) {
        Agent agent = agents.get(id);
        return (agent == null ? NOBODY : agent.password()).matches(password) && agent != null;
    }

    /**
     * Somebody who works at the desk.
     *
     * @param id what the agent types to sign in
     * @param name what customers see
     */
    record Agent(String id, String name, PasswordHash password) {}
}
