package io.halfspread.planted;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import org.agrona.collections.Long2LongHashMap;

/** One class for each fault that the scan of marked classes must find, and one without a fault. */
public final class PlantedFaults {
    private PlantedFaults() {}

    @HotPath
    static final class Clean {
        private final Long2LongHashMap counts = new Long2LongHashMap(-1L);
        private final long[] window = new long[8];
        private int next;

        long step(final long value) {
            window[next++ & 7] = Math.max(Math.abs(value), Math.multiplyHigh(value, value));
            counts.put(value, counts.get(value) + 1L);
            return Double.doubleToRawLongBits(Math.sqrt(value)) + window[0];
        }

        @ColdPath("for people")
        String describe() {
            return "window of " + List.of(window[0], window[1]);
        }
    }

    @HotPath
    static final class Clock {
        long step() {
            return System.nanoTime();
        }
    }

    @HotPath
    static final class Exponential {
        double step(final double x) {
            return Math.exp(x);
        }
    }

    @HotPath
    static final class StrictLogarithm {
        double step(final double x) {
            return StrictMath.log(x);
        }
    }

    @HotPath
    static final class Format {
        int step(final String pattern) {
            return pattern.formatted().length();
        }
    }

    @HotPath
    static final class Lock {
        private final ReentrantLock lock = new ReentrantLock();

        void step() {
            lock.lock();
        }
    }

    @HotPath
    static final class Monitor {
        private final Object guard = new Object();
        private int steps;

        void step() {
            synchronized (guard) {
                steps++;
            }
        }
    }

    @HotPath
    static final class SynchronizedMethod {
        private int steps;

        synchronized void step() {
            steps++;
        }
    }

    @HotPath
    static final class Creation {
        Object step() {
            return new Object();
        }
    }

    @HotPath
    static final class CreationInKeptLambda {
        private final LongUnaryOperator square = x -> new Creation().hashCode() * x;

        CreationInKeptLambda() {
            square.applyAsLong(1L);
        }
    }

    @HotPath
    static final class ThrownException {
        void step(final long value) {
            if (value < 0L) {
                throw new IllegalArgumentException();
            }
        }
    }

    @HotPath
    static final class Boxing {
        Object step(final long value) {
            return value;
        }
    }

    @HotPath
    static final class CapturingLambda {
        LongUnaryOperator step(final long value) {
            return x -> x + value;
        }
    }

    @HotPath
    static final class Concatenation {
        Object step(final long value) {
            return "value " + value;
        }
    }

    @HotPath
    static final class Array {
        long[] step() {
            return new long[4];
        }
    }

    @HotPath
    static final class ObjectArray {
        Object[] step() {
            return new Object[4];
        }
    }

    @HotPath
    static final class ArrayCopy {
        private final long[] values = new long[4];

        long[] step() {
            return values.clone();
        }
    }

    @HotPath
    static final class EnhancedFor {
        private final Iterable<Clean> parts = List.of();

        long step(final long value) {
            long sum = 0L;
            for (final Clean part : parts) {
                sum += part.step(value);
            }
            return sum;
        }
    }

    @HotPath
    static final class Stream {
        private final List<Clean> parts = List.of();

        long step() {
            return parts.stream().count();
        }
    }

    @HotPath
    static final class ThreadCall {
        void step() {
            Thread.yield();
        }
    }

    @HotPath
    static final class UnmarkedCall {
        private final Unmarked other = new Unmarked();

        long step() {
            return other.step();
        }
    }

    @HotPath
    static final class UnmarkedParent extends Unmarked {}

    /** Not marked: what it does is not looked at, so marked code may not call it. */
    static class Unmarked {
        long step() {
            return System.currentTimeMillis();
        }
    }
}
