package io.halfspread.bench.engine;

import com.sun.management.ThreadMXBean;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One pass of the engine over a capture in one thread: mapped records, every event kind, decisions, commands and the hash.
 * Leaves out decoding of frames, the input ring and the journal. {@code events} is events per second; the bytes that the
 * passes allocated per event, session opening left out, are printed at the end. Another recording: {@code -p
 * frames=FILE -p assets=BTC,ETH}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EngineReplayBenchmark {
    private static final int OPENING_EVENTS = 512;
    /** Emptied after every event: what stays in the cache is enough. */
    private static final int SLOTS = 256;

    private static final MessageHandler DISCARD = (buffer, offset, length, sequence) -> {};

    /** Frame file to record; empty for ten synthetic minutes. */
    @Param("")
    public String frames;

    /** Coins replayed, separated by commas. */
    @Param("HYPE")
    public String assets;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final EventRing outputs = new EventRing(SLOTS);
    private final RingReader reader = outputs.newReader();
    private RecordedCapture capture;
    private QuotingHandler engine;
    private CaptureInputs inputs;
    private long bytes;
    private long steadyEvents;

    /** Events handled, for JMH to turn into events per second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Handled {
        /** Inputs of all passes. */
        public long events;
    }

    /**
     * Records the capture.
     *
     * @throws IOException when there is no room for it
     */
    @Setup
    public void record() throws IOException {
        capture = RecordedCapture.of(frames, assets);
    }

    /**
     * Prints what was allocated and removes the capture.
     *
     * @throws IOException when it cannot be removed
     */
    @TearDown
    public void report() throws IOException {
        System.out.printf(
                "%n  %,d events after the opening allocated %,d bytes: %.4f bytes per event%n",
                steadyEvents, bytes, (double) bytes / steadyEvents);
        capture.close();
    }

    /** A fresh engine over the capture, its session opened; outside the measured time. */
    @Setup(Level.Invocation)
    public void open() {
        engine = new QuotingHandler(outputs);
        inputs = CaptureInputs.open(capture.folder());
        pass(OPENING_EVENTS);
    }

    /** Gives the mapped capture back. */
    @TearDown(Level.Invocation)
    public void close() {
        inputs.close();
    }

    /**
     * One pass over all events after the opening.
     *
     * @param handled gets the number of events
     * @return the hash, which depends on every byte
     */
    @Benchmark
    public long replay(final Handled handled) {
        final long steady = inputs.manifest().totals().inputs() - OPENING_EVENTS;
        final long before = threads.getCurrentThreadAllocatedBytes();
        pass(steady);
        bytes += threads.getCurrentThreadAllocatedBytes() - before;
        steadyEvents += steady;
        handled.events += steady;
        return engine.hash();
    }

    private void pass(final long events) {
        for (long i = 0; i < events; i++) {
            inputs.next();
            engine.onMessage(inputs.buffer(), inputs.offset(), inputs.length(), inputs.sequence());
            reader.poll(DISCARD, Integer.MAX_VALUE);
        }
    }
}
