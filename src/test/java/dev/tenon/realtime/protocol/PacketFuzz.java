package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.realtime.Mutator;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * Feeds a decoder what mutations made of good packets. It may answer with a packet or a {@link PacketException}, nothing else; and a packet
 * that it lets pass must mean the same once more when it went out and came back.
 */
abstract class PacketFuzz<M> {
    private final Parser parser;
    private final List<M> seeds;
    final Mutator mutator;
    private int packets;

    private PacketFuzz(Parser parser, List<M> seeds, long seed) {
        this.parser = parser;
        this.seeds = seeds;
        this.mutator = new Mutator(seed);
    }

    /** Returns the one of texts, with attachments for those that ask for them. */
    static PacketFuzz<String> ofJson(long seed) {
        return new OfTexts(seed);
    }

    /** Returns the one of MessagePack. */
    static PacketFuzz<byte[]> ofMessagePack(long seed) {
        return new OfBytes(seed);
    }

    /** Returns how many packets came out in this time, so that a run that refuses everything is noticed. */
    int run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            M seed = mutator.pick(seeds);
            M message = mutator.sometimes(20) ? seed : mutated(seed);
            try {
                decode(message).map(Packet::checked).ifPresent(this::check);
            } catch (PacketException clean) {
                Objects.requireNonNull(clean.getMessage());
            } catch (RuntimeException | Error fault) {
                throw new AssertionFailedError("the message " + shown(message), fault);
            }
        }
        return packets;
    }

    abstract M mutated(M message);

    abstract Optional<Packet> decode(M message);

    abstract String shown(M message);

    private void check(Packet packet) {
        packets++;
        EncodedPacket out = parser.encode(packet);
        if (out.binary().size() <= PacketText.MAX_ATTACHMENTS) { // else one attachment came for many placeholders
            assertEquals(out, parser.encode(again(out)));
        }
    }

    private Packet again(EncodedPacket out) {
        Parser.Decoder decoder = parser.decoder();
        Optional<Packet> packet = out.text().flatMap(decoder::text);
        for (int i = 0; packet.isEmpty(); i++) {
            packet = decoder.binary(Bytes.of(out.binary().get(i)));
        }
        return packet.get().checked();
    }

    private static final class OfTexts extends PacketFuzz<String> {
        private static final List<String> SEEDS = List.of(
                "0",
                "0{\"token\":\"123\"}",
                "0/admin,{\"a\":1}",
                "1/admin,",
                "2[\"hello\"]",
                "2/admin,456[\"project:delete\",123]",
                "213[\"chat\",{\"to\":\"ann\",\"text\":\"h\u00e9 \ud83d\ude00\",\"at\":1.5e3,\"tags\":[1,-2,true,null]}]",
                "3/admin,456[]",
                "313[{\"ok\":true}]",
                "4{\"message\":\"no\"}",
                "51-[\"file\",{\"_placeholder\":true,\"num\":0}]",
                "52-/a,7[\"files\",{\"_placeholder\":true,\"num\":1},{\"x\":[{\"_placeholder\":true,\"num\":0}]}]",
                "61-/admin,456[{\"_placeholder\":true,\"num\":0}]");

        private OfTexts(long seed) {
            super(Parser.json(), SEEDS, seed);
        }

        @Override
        String mutated(String message) {
            return mutator.text(message);
        }

        @Override
        Optional<Packet> decode(String message) {
            Parser.Decoder decoder = Parser.json().decoder();
            Optional<Packet> packet = decoder.text(message);
            for (int i = 0; packet.isEmpty(); i++) {
                packet = decoder.binary(new byte[] {(byte) i});
            }
            return packet;
        }

        @Override
        String shown(String message) {
            return message;
        }
    }

    private static final class OfBytes extends PacketFuzz<byte[]> {
        /** What socket.io-msgpack-parser 3.0.2 writes on Node, with "undefined", a date, a buffer and a view among it. */
        private static final List<byte[]> SEEDS = MessagePackParserTest.PACKETS.values().stream()
                .map(HexFormat.of()::parseHex)
                .toList();

        private OfBytes(long seed) {
            super(Parser.msgpack(), SEEDS, seed);
        }

        @Override
        byte[] mutated(byte[] message) {
            return mutator.bytes(message);
        }

        @Override
        Optional<Packet> decode(byte[] message) {
            return Parser.msgpack().decoder().binary(message);
        }

        @Override
        String shown(byte[] message) {
            return HexFormat.of().formatHex(message);
        }
    }
}
