package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A desk over a database of its own, with a clock that a test moves, and a record of what was told. */
final class ADesk {
    final Desk desk;
    final CustomerDesk customers;
    final AgentDesk agents;
    final ServerDesk servers;
    private final Database database;
    private final List<Notice> told = new ArrayList<>();
    private final List<ADesk> others = new ArrayList<>();
    private final MovedClock clock;

    ADesk() {
        this(database(), new MovedClock());
    }

    private ADesk(Database database, MovedClock clock) {
        this.database = database;
        this.clock = clock;
        database.open();
        DeskRooms rooms = new DeskRooms(new Desk(Agents.load(), database, clock, outlet()));
        desk = rooms.desk();
        customers = rooms.customers();
        agents = rooms.agents();
        servers = rooms.servers();
    }

    private Outlet outlet() {
        return new Outlet() {
            @Override
            public void tell(Notice notice) {
                told.add(notice);
                others.forEach(other -> other.told.add(notice));
            }

            @Override
            public void tellHere(Notice notice) {
                told.add(notice);
            }

            @Override
            public void tellServers(String event, Object... args) {
                List.copyOf(others).forEach(other -> other.hear(event, args));
            }
        };
    }

    private void hear(String event, Object... args) {
        if (event.equals("roll")) {
            servers.hear((String) args[0], (Roll) args[1]);
        } else {
            servers.hear((String) args[0], (Side) args[1], (String) args[2], (Whereabouts) args[3]);
        }
    }

    /** Returns the desk of another server, over the same database, that can talk to this one. */
    ADesk another() {
        ADesk another = new ADesk(database, clock);
        another.others.add(this);
        others.add(another);
        return another;
    }

    /** Breaks what connects this server with others. */
    void cutOff() {
        others.forEach(other -> other.others.remove(this));
        others.clear();
    }

    private static Database database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new Database(source);
    }

    /** Returns the desk after a restart of the server. */
    ADesk restarted() {
        return new ADesk(database, clock);
    }

    /** Lets the database fail from now on. */
    void loseTheHistory() {
        database.run(sql -> sql.update("ALTER TABLE desk_conversation RENAME TO lost"));
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Writes as a customer; the text is the key, too. */
    Message wrote(String customer, String text) {
        return customers.write(customer, Draft.ofCustomer(text, text));
    }

    long idOf(String customer) {
        return desk.conversations().of(customer).orElseThrow().id();
    }

    String agentOf(String customer) {
        return desk.conversations().of(customer).orElseThrow().agent();
    }

    /** Returns what was told since the last call. */
    List<Notice> told() {
        List<Notice> copy = List.copyOf(told);
        told.clear();
        return copy;
    }

    /** Returns the one notice of this event for this room since the last call; the others are forgotten. */
    Notice told(String room, String event) {
        List<Notice> found = told().stream()
                .filter(notice -> notice.room().equals(room) && notice.event().equals(event))
                .toList();
        assertEquals(1, found.size(), () -> event + " to " + room + ": " + found);
        return found.get(0);
    }

    /** Returns what a tab of the customer sees when it opens. */
    Map<?, ?> view(String customer, String socket) {
        told();
        customers.came(customer, socket);
        return (Map<?, ?>) told(socket, "desk").args().get(0);
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
