package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.replay.Markouts;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.Verification;
import io.halfspread.app.report.Report;
import io.halfspread.app.report.RunFacts;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Runs a wired session from start to summary: until its time is over, a signal comes or an agent fails. */
final class LiveRun {
    private static final double SECOND_NS = 1e9;
    private static final long VERIFIED_AT_ONCE = 2_000_000;
    private static final long REPORTED_AT_ONCE = 500_000;

    private final LiveSession session;
    private final SessionPump pump;
    private final AccountFigures figures;
    private final BooleanSupplier stop;
    private final BooleanSupplier urgent;
    private final LogLines log;
    private boolean captureStopped;

    /**
     * Prepares a run.
     *
     * @param session wired, not started
     * @param pump    lets it go on
     * @param figures the venue's figures; null in a paper session
     * @param stop    asked whether to end in order
     * @param urgent  asked whether to end at once
     * @param log     takes lines
     */
    LiveRun(
            final LiveSession session,
            final SessionPump pump,
            final AccountFigures figures,
            final BooleanSupplier stop,
            final BooleanSupplier urgent,
            final LogLines log) {
        this.session = session;
        this.pump = pump;
        this.figures = figures;
        this.stop = stop;
        this.urgent = urgent;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @param seconds   how long, 0 until stopped
     * @param onQuoting told once, when the first order is acknowledged
     * @param onTick    told the time since the start, ns, again and again
     * @return what it came to
     * @throws Failure when an agent failed or the venue refuses the key; the capture is sealed and the way out of the market was tried
     */
    SessionSummary run(final double seconds, final Runnable onQuoting, final LongConsumer onTick) {
        final long startNs = pump.nowNs();
        final long endNs = seconds > 0 ? startNs + (long) (seconds * SECOND_NS) : Long.MAX_VALUE;
        final List<String> notes = new ArrayList<>();
        final VenueFigures venue;
        final long stoppedNs;
        try {
            begin();
            session.start();
            boolean quoting = false;
            final CaptureWatch capture = new CaptureWatch(session, log);
            while (!stop.getAsBoolean()
                    && pump.nowNs() < endNs
                    && session.failure() == null
                    && !captureStops(capture)
                    && session.keyRefusal() == null) {
                pump.pump();
                if (!quoting && session.tally().isAcknowledged()) {
                    quoting = true;
                    onQuoting.run();
                }
                onTick.accept(pump.nowNs() - startNs);
            }
            stoppedNs = pump.nowNs();
            log.accept("Stopping: quotes are cancelled, every order's end is awaited");
            notes.addAll(new OrderlyStop(session, pump, urgent)
                    .run(session.plan().config().flag(ConfigOption.STOP_CLOSE_POSITION)));
            venue = end();
        } finally {
            session.close();
        }
        if (session.failure() != null) {
            throw new IllegalStateException(
                    "a part of the session failed; its capture is "
                            + session.plan().folder(),
                    session.failure());
        }
        if (session.keyRefusal() != null) {
            throw Failure.environment("the venue refuses the key: " + session.keyRefusal()
                    + " The session has ended; doctor tells what is wrong; the capture is "
                    + session.plan().folder());
        }
        if (session.captureTrouble() != null) {
            notes.add(session.captureTrouble());
        }
        return summary((stoppedNs - startNs) / SECOND_NS, venue, notes);
    }

    private boolean captureStops(final CaptureWatch capture) {
        captureStopped = capture.look(pump.nowNs());
        return captureStopped;
    }

    /** Whether the session ended because its capture lost records. */
    boolean captureStopped() {
        return captureStopped;
    }

    private void begin() {
        if (figures != null) {
            blocking(() -> {
                figures.begin();
                return null;
            });
        }
    }

    private VenueFigures end() {
        return figures == null || urgent.getAsBoolean() ? VenueFigures.UNKNOWN : blocking(figures::end);
    }

    private <T> T blocking(final Callable<T> task) {
        try {
            return pump.blocking(task);
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SessionSummary summary(final double seconds, final VenueFigures venue, final List<String> notes) {
        final Boolean verified = verified(notes);
        final SessionTally tally = session.tally();
        final SessionSummary summary = new SessionSummary(
                session.plan().mode(),
                seconds,
                ReplayReport.hex(session.engine().hash()),
                verified,
                IntStream.range(0, session.engine().instruments())
                        .mapToObj(i -> SessionSummary.Coin.of(session.engine(), tally, i))
                        .toList(),
                tally.versions(),
                tally.rejectedDrops(),
                tally.reconnects(),
                ReplayReport.byKind(tally.inputsByTemplate()),
                ReplayReport.byKind(tally.outputsByTemplate()),
                venue,
                latency(),
                Markouts.of(session.plan().folder()).json(),
                session.plan().folder(),
                List.copyOf(notes),
                origin());
        try {
            Files.writeString(summary.report(), JsonOutput.of(summary.json()) + "\n");
            if (isReadAtOnce(REPORTED_AT_ONCE)) {
                Report.of(summary.capture()).writeInto(summary.capture());
            }
        } catch (final IOException | CaptureException e) {
            log.accept("WARN " + summary.report() + ": cannot be written: " + e.getMessage());
        }
        return summary;
    }

    private Map<String, Object> latency() {
        return session.trading() == null
                ? new LatencyFigures().json()
                : new LinkedHashMap<>(session.trading().latency().json());
    }

    private Map<String, Object> origin() {
        final SessionPlan plan = session.plan();
        final Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("seed", plan.seed());
        origin.put("fill_model", plan.mode().trades() ? "venue" : plan.config().text(ConfigOption.FILLS_MODEL));
        origin.put("jvm", RunFacts.jvm());
        return origin;
    }

    /** A long session is left to the verbs verify and report: this process ends within seconds. */
    private boolean isReadAtOnce(final long most) {
        return !urgent.getAsBoolean() && session.engine().inputs() <= most;
    }

    private Boolean verified(final List<String> notes) {
        if (!isReadAtOnce(VERIFIED_AT_ONCE)) {
            return null;
        }
        final Verification verification = Verification.of(session.plan().folder(), new Progress(null, false, "verify"));
        if (!verification.ok()) {
            notes.add("replay: "
                    + (verification.report().ok()
                            ? verification.difference()
                            : verification.report().problem()));
        }
        return verification.ok();
    }
}
