package dev.tenon.validation;

import com.sun.management.ThreadMXBean;
import dev.tenon.validation.bean.CallBenchmark;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What the methods of the benchmarks cost beside each other where the machine has other work, too: CPU time and memory of one thread, in turns. Time on the
 * clock says nothing there.
 */
public final class FormCost {
    private static final int ROUNDS = 8;
    private static final int CALLS = 100_000;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private FormCost() {}

    /** Prints the rounds; the first ones are a JVM that is cold. */
    public static void main(String[] args) throws Exception {
        FormBenchmark form = new FormBenchmark();
        CallBenchmark call = new CallBenchmark();
        form.start();
        call.start();
        FormCost cost = new FormCost();
        for (int round = 0; round < ROUNDS; round++) {
            cost.print("a form: Check", form::check);
            cost.print("a form: the provider", form::provider);
            cost.print("a call: @Validated", call::validated);
            cost.print("a call: the provider", call::provider);
        }
        form.stop();
        call.stop();
    }

    private void print(String what, Callable<?> work) throws Exception {
        long time = thread.getCurrentThreadCpuTime();
        long bytes = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            work.call();
        }
        long spent = (thread.getCurrentThreadCpuTime() - time) / CALLS;
        System.out.println(
                what + ": " + spent + " ns, " + (thread.getCurrentThreadAllocatedBytes() - bytes) / CALLS + " bytes");
    }
}
