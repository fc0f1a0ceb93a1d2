package io.halfspread.app.soak;

import io.halfspread.app.live.LiveSession;
import io.halfspread.app.live.SessionLoad;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.server.AccountTruth;
import io.halfspread.sim.server.SimVenue;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * Looks at a session on the real clock: at its rings again and again, at the venue's facts every second, at the process once
 * a sample. Used by the thread that waits for the session's end.
 */
final class EnduranceWatch implements LongConsumer, AutoCloseable {
    private static final long CHECK_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int NEWER_CHECKS = 3;
    private static final long ANSWER_S = 30;
    private static final int CLOID_HIGH_END = 18;
    private static final double SECOND_NS = 1e9;

    private final SimVenue venue;
    private final String account;
    private final String sessionCloids;
    private final SoakLimits limits;
    private final long sampleNs;
    private final Violations violations;
    private final PrintStream out;
    private final ProcessMeter meter = new ProcessMeter();
    private final List<EnduranceSample> samples = new ArrayList<>();
    private final Deque<Long> fillCounts = new ArrayDeque<>();
    private LiveSession session;
    private ProcessFigures process;
    private long sampledNs;
    private long sampledMessages;
    private long checkedNs;
    private long checkedInputs;
    private long checks;
    private long ringPeak;
    private long startStalls = -1;

    EnduranceWatch(
            final SimVenue venue,
            final String account,
            final long sessionId,
            final SoakLimits limits,
            final long sampleNs,
            final Violations violations,
            final PrintStream out) {
        this.venue = venue;
        this.account = account;
        sessionCloids = String.format("0x%016x", sessionId);
        this.limits = limits;
        this.sampleNs = sampleNs;
        this.violations = violations;
        this.out = out;
    }

    void attach(final LiveSession wired) {
        session = wired;
        fillCounts.add(0L);
        process = meter.measure();
        out.println(EnduranceSample.heading());
    }

    List<EnduranceSample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void accept(final long elapsedNs) {
        final SessionLoad load = session.load();
        ringPeak = Math.max(ringPeak, Math.max(load.inputsLeft(), load.outputsLeft()));
        if (startStalls < 0 && session.isReady()) {
            startStalls = load.stalls();
            out.println(TimeUnit.NANOSECONDS.toMillis(elapsedNs) + " ms until the account's state was known, "
                    + startStalls + " stalls until then");
        }
        if (elapsedNs - checkedNs >= CHECK_NS) {
            check(load, elapsedNs);
            checkedNs = elapsedNs;
        }
        if (elapsedNs - sampledNs >= sampleNs) {
            sample(load, elapsedNs);
        }
    }

    /** The session's figure is taken before the venue's, so that the venue's is never the older one. */
    private void check(final SessionLoad load, final long elapsedNs) {
        final boolean known = session.isReady();
        final long ours = session.position(0);
        final AccountTruth truth = truth();
        checks++;
        final long held = truth.position(0);
        if (Math.abs(held) > limits.admitted()) {
            violations.add("the position limit", elapsedNs, Invariants.decimal(held) + " held");
        }
        fillCounts.addLast(truth.fillCount());
        if (fillCounts.size() > NEWER_CHECKS) {
            fillCounts.removeFirst();
        }
        final var newer = truth.fillsSince(fillCounts.getFirst());
        if (known && !Invariants.isPossible(held, ours, newer)) {
            violations.add(
                    "the position",
                    elapsedNs,
                    "venue " + Invariants.decimal(held) + ", session " + Invariants.decimal(ours)
                            + ", fills of the last seconds " + newer.size());
        }
        Invariants.crossing(violations, truth.openOrders(), elapsedNs);
        for (final OrderRecord order : truth.openOrders()) {
            if (order.cloid() == null
                    || !order.cloid().substring(0, CLOID_HIGH_END).equals(sessionCloids)) {
                violations.add("an order the session does not know", elapsedNs, Invariants.text(order));
            }
        }
        if (load.inputs() == checkedInputs) {
            violations.add("no missed heartbeat", elapsedNs, "a second without any event");
        }
        checkedInputs = load.inputs();
    }

    private AccountTruth truth() {
        try {
            return venue.ask(account).get(ANSWER_S, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the venue was asked", e);
        } catch (final ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the simulated venue does not answer", e);
        }
    }

    private void sample(final SessionLoad load, final long elapsedNs) {
        final ProcessFigures now = meter.measure();
        final long messages = load.messages() - sampledMessages;
        final Map<String, Double> bytes = new HashMap<>();
        now.allocated().forEach((thread, total) -> {
            final long more = total - process.allocated().getOrDefault(thread, 0L);
            bytes.put(thread, (double) more / Math.max(1, messages));
        });
        final EnduranceSample sample = new EnduranceSample(
                elapsedNs / SECOND_NS,
                messages * SECOND_NS / (elapsedNs - sampledNs),
                now,
                bytes,
                now.collections() - process.collections() - 1,
                ringPeak,
                TimeUnit.NANOSECONDS.toMillis(load.longestNs()),
                load.stalls() - Math.max(0, startStalls),
                load.losses(),
                checks,
                fillCounts.isEmpty() ? 0 : fillCounts.getLast());
        samples.add(sample);
        out.println(sample.line());
        process = now;
        sampledNs = elapsedNs;
        sampledMessages = load.messages();
        ringPeak = 0;
    }

    @Override
    public void close() {
        meter.close();
    }
}
