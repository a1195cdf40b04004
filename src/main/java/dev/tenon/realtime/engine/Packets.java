package dev.tenon.realtime.engine;

/** The packet types of Engine.IO, and the packets that are always the same. */
final class Packets {
    static final char OPEN = '0';
    static final char CLOSE = '1';
    static final char PING = '2';
    static final char PONG = '3';
    static final char MESSAGE = '4';
    static final char UPGRADE = '5';
    static final char NOOP = '6';

    /** Stands before a binary message where only text goes. */
    static final char BASE64 = 'b';

    static final Frame CLOSE_PACKET = new Frame.Text(CLOSE, "");
    static final Frame PING_PACKET = new Frame.Text(PING, "");
    static final Frame PONG_PACKET = new Frame.Text(PONG, "");
    static final Frame PROBE_ANSWER = new Frame.Text(PONG, "probe");
    static final Frame NOOP_PACKET = new Frame.Text(NOOP, "");
    static final String PROBE = PING + "probe";
    static final String UPGRADE_PACKET = String.valueOf(UPGRADE);

    private Packets() {}
}
