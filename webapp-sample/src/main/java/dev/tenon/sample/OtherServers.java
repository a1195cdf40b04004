package dev.tenon.sample;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the desks of several servers tell each other, so that each knows who is here: every coming and going at once, and everything again from
 * time to time, because a message may be lost, and a server end without a word. One server alone tells nobody. Thread-safe.
 */
final class OtherServers {
    /** A server that has said nothing for so long is gone. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    private final String self = UUID.randomUUID().toString();
    private final Desk desk;
    private final Clock clock;
    private final Outlet outlet;
    private final Map<String, Heard> servers = new ConcurrentHashMap<>();
    private volatile Map<String, Integer> connections = Map.of();

    OtherServers(Desk desk, Clock clock, Outlet outlet) {
        this.desk = desk;
        this.clock = clock;
        this.outlet = outlet;
    }

    /** Tells where a person is. What is true is read, and told, by one thread at a time: so the last word is the latest. */
    synchronized void tell(Side side, String person) {
        outlet.tellServers(
                "whereabouts", self, side, person, desk.presence(side).at(person));
    }

    /**
     * Tells who is at this server.
     *
     * @param transports how many connections each transport has here
     */
    void tellAll(Map<String, Integer> transports) {
        connections = transports;
        tellAll();
    }

    private synchronized void tellAll() {
        outlet.tellServers(
                "roll", self, new Roll(desk.agents().own(), desk.customers().own(), connections));
    }

    /** Tells that this server ends. */
    synchronized void tellGoodbye() {
        outlet.tellServers("roll", self, Roll.EMPTY);
    }

    /** Another server says where a person is. Returns whether the person has come or is gone by that. */
    boolean hear(String server, Side side, String person, Whereabouts where) {
        heardOf(server, null);
        return desk.presence(side).note(server, person, where == Whereabouts.here);
    }

    /** Another server says who is there. Returns who has come or is gone by that. */
    Changes hear(String server, Roll roll) {
        heardOf(server, roll.connections());
        return note(server, roll);
    }

    /** One that is new is told who is here. */
    private void heardOf(String server, Map<String, Integer> connections) {
        Heard before = servers.get(server);
        Map<String, Integer> known = before == null ? Map.of() : before.connections();
        servers.put(server, new Heard(clock.millis(), connections == null ? known : connections));
        if (before == null) {
            tellAll();
        }
    }

    /** Forgets who was at servers that are silent. Returns who is gone by that. */
    List<Changes> forget() {
        long since = clock.millis() - SILENCE.toMillis();
        return servers.entrySet().stream()
                .filter(server -> server.getValue().at() < since)
                .filter(server -> servers.remove(server.getKey(), server.getValue())) // unless it has just spoken
                .map(server -> note(server.getKey(), Roll.EMPTY))
                .toList();
    }

    private Changes note(String server, Roll roll) {
        return new Changes(
                desk.agents().note(server, roll.agents()), desk.customers().note(server, roll.customers()));
    }

    /** Returns how many connections each transport has at all servers. */
    Map<String, Integer> connections() {
        Map<String, Integer> sum = new HashMap<>(connections);
        servers.values().forEach(heard -> heard.connections()
                .forEach((transport, count) -> sum.merge(transport, count, Integer::sum)));
        return sum;
    }

    /** Whose presence is another now. */
    record Changes(List<String> agents, List<String> customers) {}

    private record Heard(long at, Map<String, Integer> connections) {}
}
