package io.halfspread.app.metrics;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;

/** Reads figures of the Java process, under the names that Prometheus' own Java client gives them. */
final class MachineFigures {
    private static final double NS = 1e9;
    private static final double MS = 1e3;

    private MachineFigures() {}

    static void memoryUsed(final Scrape scrape, final Samples out) {
        final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        out.add(memory.getHeapMemoryUsage().getUsed(), "heap");
        out.add(memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
    }

    static void memoryMax(final Scrape scrape, final Samples out) {
        final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        max(memory.getHeapMemoryUsage(), "heap", out);
        max(memory.getNonHeapMemoryUsage(), "nonheap", out);
    }

    private static void max(final MemoryUsage usage, final String area, final Samples out) {
        out.add(usage.getMax() < 0 ? Double.NaN : usage.getMax(), area);
    }

    static void buffers(final Scrape scrape, final Samples out) {
        for (final BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            out.add(pool.getMemoryUsed(), pool.getName());
        }
    }

    static void collections(final Scrape scrape, final Samples out) {
        for (final GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            out.summary(collector.getCollectionCount(), collector.getCollectionTime() / MS, collector.getName());
        }
    }

    static double threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NS
                : Double.NaN;
    }

    static double startSeconds() {
        return ManagementFactory.getRuntimeMXBean().getStartTime() / MS;
    }
}
