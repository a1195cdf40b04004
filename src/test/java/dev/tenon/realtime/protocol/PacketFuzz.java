package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.realtime.Mutator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;

/**
 * Feeds the decoder what mutations made of good packets. It may answer with a packet or a {@link PacketException}, nothing else; and a packet
 * that it lets pass must mean the same once more when it went out and came back.
 */
final class PacketFuzz {
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

    private static final int MOST = 10;

    private final Mutator mutator;
    private int packets;

    PacketFuzz(long seed) {
        mutator = new Mutator(seed);
    }

    /** Returns how many packets came out in this time, so that a run that refuses everything is noticed. */
    int run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            String text = mutator.sometimes(20) ? mutator.pick(SEEDS) : mutator.text(mutator.pick(SEEDS));
            try {
                decode(text).ifPresent(this::check);
            } catch (PacketException clean) {
                Objects.requireNonNull(clean.getMessage());
            } catch (RuntimeException | Error fault) {
                throw new AssertionFailedError("the text " + text, fault);
            }
        }
        return packets;
    }

    private static Optional<Packet> decode(String text) {
        PacketDecoder decoder = new PacketDecoder();
        Optional<Packet> packet = decoder.text(text);
        for (int i = 0; packet.isEmpty(); i++) {
            packet = decoder.binary(new byte[] {(byte) i});
        }
        return packet;
    }

    private void check(Packet packet) {
        packets++;
        EncodedPacket out = PacketEncoder.encode(packet);
        if (out.attachments().size() > MOST) {
            return; // one attachment came for many placeholders
        }
        assertEquals(out.text(), PacketEncoder.encode(again(out)).text());
    }

    private static Packet again(EncodedPacket out) {
        PacketDecoder decoder = new PacketDecoder();
        Optional<Packet> packet = decoder.text(out.text());
        for (int i = 0; packet.isEmpty(); i++) {
            byte[] bytes = new byte[out.attachments().get(i).remaining()];
            out.attachments().get(i).duplicate().get(bytes);
            packet = decoder.binary(bytes);
        }
        return packet.get();
    }
}
