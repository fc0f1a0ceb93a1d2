package io.halfspread.gateway.rest;

import io.halfspread.gateway.session.MessageBudget;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.NanoClock;

/**
 * The venue's allowance for one source address: a weight per rolling minute over all queries and actions. Kept as a bucket
 * that refills evenly, so that no minute of ours can hold more. Any thread.
 */
public final class WeightBudget {
    /** Weight the venue allows in a minute, over all requests and actions of one source address. */
    public static final int VENUE_PER_MINUTE = 1200;

    /** What the connection that carries orders leaves of it to requests over HTTP. */
    public static final int HTTP_PER_MINUTE = VENUE_PER_MINUTE - MessageBudget.ORDERS_PER_MINUTE;

    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final NanoClock clock;
    private final double capacity;
    private final double perNs;
    private double tokens;
    private long filledAtNs;

    /**
     * A full bucket. Half of the allowance may go at once, the other half is what refills during that minute.
     *
     * @param perMinute weight a minute, at least 2; {@link Integer#MAX_VALUE} in effect for no limit
     * @param clock     monotonic
     */
    public WeightBudget(final int perMinute, final NanoClock clock) {
        this.clock = clock;
        capacity = perMinute / 2.0;
        perNs = capacity / MINUTE_NS;
        tokens = capacity;
        filledAtNs = clock.nanoTime();
    }

    /**
     * The share of requests over HTTP in the venue's allowance, on the system's clock.
     *
     * @return a full budget
     */
    public static WeightBudget ofVenue() {
        return new WeightBudget(HTTP_PER_MINUTE, System::nanoTime);
    }

    /**
     * No limit, for a simulated venue whose rule is off.
     *
     * @return a budget that always has room
     */
    public static WeightBudget unlimited() {
        return new WeightBudget(Integer.MAX_VALUE, System::nanoTime);
    }

    /**
     * Takes weight when there is enough.
     *
     * @param weight of the request
     * @return true when it may be sent
     */
    public synchronized boolean tryTake(final int weight) {
        refill();
        if (tokens < weight) {
            return false;
        }
        tokens -= weight;
        return true;
    }

    /**
     * Takes weight that is spent in any case: what an answer's length adds, or an action that must not wait.
     *
     * @param weight to take; the bucket may go below zero
     */
    public synchronized void charge(final int weight) {
        refill();
        tokens -= weight;
    }

    /**
     * Waits until there is enough weight and takes it.
     *
     * @param weight     of the request
     * @param patienceNs longest wait
     * @return false when it took too long or the thread was interrupted
     */
    public boolean take(final int weight, final long patienceNs) {
        final long deadlineNs = System.nanoTime() + patienceNs;
        while (!tryTake(weight)) {
            if (System.nanoTime() - deadlineNs >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return true;
    }

    private void refill() {
        final long nowNs = clock.nanoTime();
        tokens = Math.min(capacity, tokens + (nowNs - filledAtNs) * perNs);
        filledAtNs = nowNs;
    }
}
