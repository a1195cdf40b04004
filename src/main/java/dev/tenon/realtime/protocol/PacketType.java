package dev.tenon.realtime.protocol;

/** What a packet is about (Socket.IO protocol 5, "Packet types"). Events and acks have a second number for when attachments follow. */
public enum PacketType {
    /** Asks for a namespace, or says that it is joined. */
    CONNECT('0'),
    /** Leaves a namespace. */
    DISCONNECT('1'),
    /** Carries the name and the arguments of an event. */
    EVENT('2'),
    /** Answers an event. */
    ACK('3'),
    /** Refuses a namespace. */
    CONNECT_ERROR('4');

    private static final char BINARY_EVENT = '5';
    private static final char BINARY_ACK = '6';

    private final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    /** Returns the first character of the packet's text. */
    char digit(boolean binary) {
        if (!binary) {
            return digit;
        }
        return this == EVENT ? BINARY_EVENT : BINARY_ACK;
    }

    /** Returns the number of a packet that is one message, whatever is in it. */
    int number() {
        return digit - '0';
    }

    /** Returns whether the arguments of such a packet may hold bytes. */
    boolean carriesBinary() {
        return this == EVENT || this == ACK;
    }

    static boolean isBinary(char digit) {
        return digit == BINARY_EVENT || digit == BINARY_ACK;
    }

    static PacketType of(char digit) {
        return switch (digit) {
            case '0' -> CONNECT;
            case '1' -> DISCONNECT;
            case '2', BINARY_EVENT -> EVENT;
            case '3', BINARY_ACK -> ACK;
            case '4' -> CONNECT_ERROR;
            default -> throw new PacketException("unknown packet type " + digit);
        };
    }
}
