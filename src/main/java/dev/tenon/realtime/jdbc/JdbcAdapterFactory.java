package dev.tenon.realtime.jdbc;

import dev.tenon.kernel.web.ConnectionSource;
import dev.tenon.realtime.adapter.Adapter;
import dev.tenon.realtime.adapter.AdapterFactory;
import dev.tenon.realtime.adapter.ClusterAdapter;
import dev.tenon.realtime.adapter.ClusterLink;
import dev.tenon.realtime.adapter.LocalSockets;
import java.time.Duration;

/**
 * Makes adapters that hear each other through a table of H2, MySQL, MariaDB or PostgreSQL, for a few servers that have no Redis: each asks for
 * new rows all the time, at short intervals while there are some. Thread-safe.
 */
public final class JdbcAdapterFactory implements AdapterFactory {
    static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(250);
    static final Duration SHORTEST_POLL_INTERVAL = Duration.ofMillis(10);
    static final Duration LONGEST_POLL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration REQUESTS_TIMEOUT = Duration.ofSeconds(5);

    private final ClusterLink.Shared<TableLink> shared;

    /** Sets where the table is; its servers are those with the same name of the application. */
    public JdbcAdapterFactory(ConnectionSource connections, String application) {
        this(connections, application, DEFAULT_POLL_INTERVAL);
    }

    /**
     * Sets where the table is; its servers are those with the same name of the application.
     *
     * @param pollInterval the longest pause between two looks at the table, from 10 ms to 5 seconds; 250 ms unless set
     * @throws IllegalArgumentException if it is out of range
     */
    public JdbcAdapterFactory(ConnectionSource connections, String application, Duration pollInterval) {
        if (pollInterval.compareTo(SHORTEST_POLL_INTERVAL) < 0 || pollInterval.compareTo(LONGEST_POLL_INTERVAL) > 0) {
            throw new IllegalArgumentException("pollInterval must be from " + SHORTEST_POLL_INTERVAL + " to "
                    + LONGEST_POLL_INTERVAL + ", not " + pollInterval);
        }
        shared =
                new ClusterLink.Shared<>(() -> new TableLink(new MessageTable(connections, application), pollInterval));
    }

    @Override
    public Adapter create(LocalSockets sockets) {
        TableChannel channel = new TableChannel(shared, sockets.namespace());
        return new ClusterAdapter(sockets, channel, shared.link().threads(), REQUESTS_TIMEOUT);
    }
}
