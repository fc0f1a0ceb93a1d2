package io.halfspread.bench.engine;

import io.halfspread.bench.allocation.OwnBytes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a best bid and offer in the ring to a decision and two replacing orders in the output ring, the hash of all included.
 * The median counts; two readings of the clock, about 20 ns each, are in it. Left out, before each invocation: the answers to
 * the orders of the one before, and encoding the event. What it allocates is counted by a method of its own, whose time is
 * of no use: the readings of the counter are in it. Topology: one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {
    private static final int BOTH_SIDES = 2;

    private final RequotedMarket market = new RequotedMarket();
    private boolean quoting;

    /** Creates the benchmark; JMH calls it. */
    public DecisionBenchmark() {}

    /** Answers all orders, checks that there were two, and moves the market. */
    @Setup(Level.Invocation)
    public void prepare() {
        final int commands = market.prepare();
        if (quoting && commands != BOTH_SIDES) {
            throw new IllegalStateException("a move of the market caused " + commands + " orders, not one a side");
        }
    }

    /**
     * The engine's duty cycle over one event.
     *
     * @return events handled
     */
    @Benchmark
    public int decide() {
        quoting = true;
        return market.decide();
    }

    /**
     * The same, for the bytes.
     *
     * @param own counts them
     * @return events handled
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public int allocation(final OwnBytes own) {
        quoting = true;
        own.begin();
        final int handled = market.decide();
        own.end(handled);
        return handled;
    }
}
