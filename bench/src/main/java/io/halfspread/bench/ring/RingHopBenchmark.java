package io.halfspread.bench.ring;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One message to another thread and its answer back: two hops. Both sides spin, so two free cores are needed. Includes
 * the claim, an eight-byte write, the publication and the poll; leaves out encoding and any work on the message.
 */
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class RingHopBenchmark {
    private static final Long MESSAGE = 42L;

    /**
     * Round trip over two event rings.
     *
     * @param pair the rings and the answering thread
     * @return the answer
     */
    @Benchmark
    public long ring(final RingPair pair) {
        return pair.roundTrip(MESSAGE);
    }

    /**
     * Round trip over two array-blocking queues that are polled.
     *
     * @param pair the queues and the answering thread
     * @return the answer
     */
    @Benchmark
    public long arrayBlockingQueue(final QueuePair pair) {
        return pair.roundTrip(MESSAGE);
    }
}
