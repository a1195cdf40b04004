package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pure decision, without a container: who passes, who gets the page, and what is missing. */
@State(Scope.Benchmark)
@Fork(1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
public class DecisionBenchmark {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final FallbackRules strict =
            FallbackRules.of(FallbackOptions.builder().build());
    private final FallbackRules compat =
            FallbackRules.of(FallbackOptions.builder().mode(FallbackMode.COMPAT).build());
    private final Navigation servlet = new Asked("/api/orders/42", true);
    private final Navigation link = new Asked("/agent/conversations/42", false);
    private final Navigation asset = new Asked("/assets/index-D3xf_9aK.js", false);

    /** Passes what a servlet answers. */
    @Benchmark
    public Object strictPasses() {
        return strict.decide(servlet);
    }

    /** Gives a deep link its page. */
    @Benchmark
    public Object strictPage() {
        return strict.decide(link);
    }

    /** Finds an asset missing. */
    @Benchmark
    public Object strictMissing() {
        return strict.decide(asset);
    }

    /** Gives a deep link its page as the reference does. */
    @Benchmark
    public Object compatPage() {
        return compat.decide(link);
    }

    /** Passes an asset as the reference does. */
    @Benchmark
    public Object compatDot() {
        return compat.decide(asset);
    }

    private record Asked(String path, boolean taken) implements Navigation {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String url() {
            return path;
        }

        @Override
        public String accept() {
            return BROWSER;
        }

        @Override
        public String fetchMode() {
            return "navigate";
        }

        @Override
        public String fetchDest() {
            return "document";
        }

        @Override
        public boolean upgrade() {
            return false;
        }

        @Override
        public boolean file() {
            return false;
        }

        @Override
        public HttpServletRequest request() {
            return null;
        }
    }
}
