package dev.tenon.realtime.protocol;

/** What a client sent is no packet: its connection ends, nobody else's. */
public final class PacketException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Sets what is wrong. */
    public PacketException(String message) {
        super(message);
    }

    /** Sets what is wrong, and why. */
    public PacketException(String message, Throwable cause) {
        super(message, cause);
    }
}
