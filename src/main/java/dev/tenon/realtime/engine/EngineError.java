package dev.tenon.realtime.engine;

/** Why a request is refused: the codes and messages of the reference server, which clients show. */
public enum EngineError {
    /** The transport is none that the server has. */
    UNKNOWN_TRANSPORT("Transport unknown"),
    /** There is no such session, or no longer. */
    UNKNOWN_SID("Session ID unknown"),
    /** A session is opened by GET alone. */
    BAD_HANDSHAKE_METHOD("Bad handshake method"),
    /** The request does not fit the state of its session, or comes from another owner. */
    BAD_REQUEST("Bad request"),
    /** The server does not want the client, such as a page of another origin. */
    FORBIDDEN("Forbidden"),
    /** The client speaks another version of the protocol. */
    UNSUPPORTED_PROTOCOL_VERSION("Unsupported protocol version");

    private final String message;

    EngineError(String message) {
        this.message = message;
    }

    /** Returns the HTTP status that goes with it. */
    public int status() {
        return this == FORBIDDEN ? 403 : 400;
    }

    /** Returns the JSON body that goes with it. */
    public String toJson() {
        return "{\"code\":" + code() + ",\"message\":\"" + message + "\"}";
    }

    @SuppressWarnings("EnumOrdinal") // the codes of the protocol count from 0 in this order; a test holds them
    private int code() {
        return ordinal();
    }
}
