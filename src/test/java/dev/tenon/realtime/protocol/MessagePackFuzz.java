package dev.tenon.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.tenon.realtime.Mutator;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opentest4j.AssertionFailedError;

/** Feeds the reader what mutations made of good messages: it returns a tree, which goes out and comes back the same, or refuses. */
final class MessagePackFuzz {
    private static final List<byte[]> SEEDS = List.of(
            MessagePack.write(List.of("uid", Map.of("type", 2, "data", List.of("x", 1.5, new byte[] {1}), "nsp", "/"))),
            MessagePack.write(
                    Map.of("requestId", "a", "type", 7, "opts", Map.of("rooms", List.of("r"), "flags", Map.of()))),
            MessagePack.write(List.of(-1, -200, 70_000, 5_000_000_000L, "x".repeat(300), new byte[300], true)),
            HexFormat.of().parseHex("93d6ff00000000d7ff1d5353006553f100c70cff3b8b87c0ffffffffffffffff"));

    private final Mutator mutator;
    private int trees;

    MessagePackFuzz(long seed) {
        mutator = new Mutator(seed);
    }

    /** Returns how many messages were read in this time, so that a run that refuses everything is noticed. */
    int run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            byte[] bytes = mutator.bytes(mutator.pick(SEEDS));
            try {
                Object tree = MessagePack.read(bytes);
                byte[] once = MessagePack.write(tree);
                assertArrayEquals(once, MessagePack.write(MessagePack.read(once)));
                trees++;
            } catch (PacketException clean) {
                Objects.requireNonNull(clean.getMessage());
            } catch (RuntimeException | Error fault) {
                throw new AssertionFailedError("the message " + HexFormat.of().formatHex(bytes), fault);
            }
        }
        return trees;
    }
}
