package io.halfspread.bench.allocation;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Bytes that the measured part of a benchmark allocated on its own thread, to the byte, by the JVM's counter of that thread
 * read right before and after. JMH's profiler counts all threads between two iterations: what prepares the measured part is
 * in its figure, and JMH's own samples are.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class OwnBytes {
    /** Bytes allocated between {@link #begin()} and {@link #end(long)}. */
    public long ownBytes;

    /** Operations that allocated them. */
    public long ownOperations;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long before;

    /** Creates the counter; JMH calls it. */
    public OwnBytes() {}

    /** The measured part begins. */
    public void begin() {
        before = threads.getCurrentThreadAllocatedBytes();
    }

    /**
     * The measured part ends.
     *
     * @param operations done since it began
     */
    public void end(final long operations) {
        ownBytes += threads.getCurrentThreadAllocatedBytes() - before;
        ownOperations += operations;
    }
}
