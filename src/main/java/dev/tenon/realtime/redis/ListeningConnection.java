package dev.tenon.realtime.redis;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * A connection by which Redis tells what it hears. One thread reads while another writes. Jedis has classes of its own for this, such as
 * {@code JedisPubSub}, but those of 8.0 do not load without the optional {@code redis-authx-core}, and know either sharded channels or all others.
 */
final class ListeningConnection extends Connection {
    private static final Logger LOG = System.getLogger(ListeningConnection.class.getName());

    private boolean over;

    ListeningConnection(HostAndPort address, JedisClientConfig config) {
        super(address, config);
    }

    /** Jedis opens a connection that was closed anew when somebody writes to it. This one stays closed. */
    @Override
    public synchronized void connect() {
        if (over) {
            throw new JedisConnectionException("the connection is closed");
        }
        super.connect();
    }

    /** Closes the connection, without a word to Redis: whoever reads or writes finds it broken. */
    void hangUp() {
        synchronized (this) {
            over = true;
        }
        try {
            forceDisconnect();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection to Redis did not close well", e);
        }
    }

    /** Begins to listen. */
    void begin(Collection<Topic> topics) {
        topics.forEach(topic -> sendCommand(topic.kind().begin(), topic.bytes()));
        flush();
    }

    /** Listens no more. */
    void end(Collection<Topic> topics) {
        topics.forEach(topic -> sendCommand(topic.kind().end(), topic.bytes()));
        flush();
    }

    /** Asks for a sign of life. */
    void askForPong() {
        sendCommand(Command.PING);
        flush();
    }
}
