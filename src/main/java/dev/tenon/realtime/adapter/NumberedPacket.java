package dev.tenon.realtime.adapter;

import dev.tenon.realtime.protocol.EncodedPacket;
import dev.tenon.realtime.protocol.Packet;
import dev.tenon.realtime.protocol.Parser;
import java.util.ArrayList;
import java.util.List;

/**
 * An event that is kept for clients that come back. Immutable.
 *
 * @param offset its place among the others of the namespace: the client names the last one that it has
 * @param encoded what travels, with the offset as its last argument
 */
public record NumberedPacket(String offset, EncodedPacket encoded) {
    /**
     * Returns an event with its number.
     *
     * @param parser see {@link LocalSockets#parser}
     * @throws IllegalArgumentException if a value of the event has no JSON form
     */
    public static NumberedPacket of(Packet event, String offset, Parser parser) {
        List<Object> args = new ArrayList<>(event.args());
        args.add(offset);
        Packet numbered = new Packet(event.type(), event.namespace(), args, event.id());
        return new NumberedPacket(offset, parser.encode(numbered));
    }

    /** Returns whether an event is kept: one that may be lost, or that asks for an answer, is not. */
    public static boolean isFor(Packet event, Flags flags) {
        return !event.hasId() && !flags.isVolatile();
    }
}
