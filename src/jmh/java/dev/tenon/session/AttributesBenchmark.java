package dev.tenon.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one request does to a session of twenty carts, Java objects of some 2 KB each, that came from the store: it asks for some of them, and at
 * its end Tenon looks for what changed. What is not asked for is to cost nothing.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
@State(Scope.Thread)
public class AttributesBenchmark {
    private static final int CARTS = 20;

    /** How many it asks for. */
    @Param({"0", "1", "5", "20"})
    public int asked;

    private final AttributeCodec codec =
            new JavaSerialization(AttributesBenchmark.class.getClassLoader(), type -> true);
    private final Map<String, byte[]> stored = new HashMap<>();

    /** Fills the session. */
    @Setup
    public void fill() throws IOException {
        for (int i = 0; i < CARTS; i++) {
            stored.put("cart" + i, codec.encode(cart(i)));
        }
    }

    private static List<Map<String, Object>> cart(int number) {
        List<Map<String, Object>> cart = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            cart.add(new HashMap<>(Map.of("article", "article " + number + " " + i, "count", i, "price", i * 100L)));
        }
        return cart;
    }

    /** Returns what would have to be saved: nothing. */
    @Benchmark
    public SessionDelta request(Blackhole page) {
        Attributes attributes = new Attributes(codec, 4 << 20, stored);
        for (int i = 0; i < asked; i++) {
            page.consume(attributes.get("cart" + i));
        }
        return attributes.changes(Optional.empty());
    }

    /** Decodes all twenty first, as a store does that keeps a session as one value. */
    @Benchmark
    public void everythingDecoded(Blackhole page) throws IOException, ClassNotFoundException {
        for (byte[] bytes : stored.values()) {
            page.consume(codec.decode(bytes));
        }
    }
}
