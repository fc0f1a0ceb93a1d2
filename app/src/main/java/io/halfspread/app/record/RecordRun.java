package io.halfspread.app.record;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import io.halfspread.engine.capture.JournalAgent;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.gateway.frames.FrameRecorder;
import io.halfspread.gateway.ingress.FrameTap;
import io.halfspread.gateway.ingress.IngressAgent;
import io.halfspread.gateway.ingress.IngressSettings;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Records a venue's market data: the ingress writes the ring, the journal writes what is in it to a capture, and every raw
 * frame goes into a file beside it. One thread steps both agents; compressing and the disk have their own.
 */
public final class RecordRun implements FrameTap {
    private static final int RING_SLOTS = EventRing.DEFAULT_SLOTS;
    private static final int NO_OUTPUTS = 64;
    private static final long FORCE_MS = 1_000;
    private static final int SPINS = 100;
    private static final int YIELDS = 10;
    private static final long SHORTEST_NAP_NS = 1_000;
    private static final long LONGEST_NAP_NS = 100_000;
    private static final double SECOND_NS = 1e9;

    private final RecordRequest request;
    private final String build;
    private final Consumer<String> log;
    private FrameRecorder frames;
    private long firstNs;
    private long lastNs;

    /**
     * Prepares a recording.
     *
     * @param request what was asked for
     * @param build   version of this program, for the manifest
     * @param log     gets lines for people while it runs
     */
    public RecordRun(final RecordRequest request, final String build, final Consumer<String> log) {
        this.request = request;
        this.build = build;
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @param progress  told how far it is
     * @param interrupt asked whether to end; the capture is sealed all the same
     * @return what was recorded
     * @throws Failure when the folder cannot be written
     */
    public RecordResult run(final Progress progress, final BooleanSupplier interrupt) {
        final WallClock clock = WallClock.ofSystem();
        final long sessionId = clock.nanoTime();
        final CaptureIdentity identity =
                new CaptureIdentity(build, CaptureKind.RECORD, sessionId, "", request.source(), request.coins());
        final EventRing ring = new EventRing(RING_SLOTS);
        final EventRing outputs = new EventRing(NO_OUTPUTS);
        try (CaptureWriter capture = CaptureWriter.open(
                request.folder(), identity, new CaptureSettings(request.segmentBytes(), true, FORCE_MS))) {
            final JournalAgent journal =
                    new JournalAgent(ring.newReader(), outputs.newReader(), capture, RING_SLOTS / 4 * 3);
            final IngressAgent ingress;
            try (FrameRecorder recorder = openFrames()) {
                frames = recorder;
                ingress = ingress(clock, ring, sessionId);
                try {
                    step(ingress, journal, progress, interrupt, clock.nanoTime());
                } finally {
                    ingress.onClose();
                    journal.onClose();
                }
            }
            return RecordResult.of(request, ingress, firstNs, lastNs, interrupt.getAsBoolean(), trouble(capture));
        }
    }

    private IngressAgent ingress(final WallClock clock, final EventRing ring, final long seed) {
        return new IngressAgent(
                clock,
                new NettyNetwork(request.address(), NettyNetwork.DEFAULT_MAX_MESSAGE_BYTES),
                ring,
                new CoinIndex(request.coins()),
                new IngressSettings(
                        ConnectionPlan.of(request.coins(), request.streams()),
                        FeedTimings.ofVenue(),
                        ConnectionBudget.ofVenue(),
                        seed),
                List.of(),
                this,
                log);
    }

    private void step(
            final IngressAgent ingress,
            final JournalAgent journal,
            final Progress progress,
            final BooleanSupplier interrupt,
            final long startNs) {
        final IdleStrategy idle = new BackoffIdleStrategy(SPINS, YIELDS, SHORTEST_NAP_NS, LONGEST_NAP_NS);
        final long endNs = request.seconds() > 0 ? startNs + (long) (request.seconds() * SECOND_NS) : Long.MAX_VALUE;
        while (!interrupt.getAsBoolean()) {
            final int work = ingress.doWork() + journal.doWork();
            if (ingress.nowNs() >= endNs) {
                break;
            }
            progress.at(RecordResult.events(ingress), share(ingress.nowNs(), startNs, endNs));
            idle.idle(work);
        }
    }

    private static double share(final long nowNs, final long startNs, final long endNs) {
        return endNs == Long.MAX_VALUE ? 0 : (double) (nowNs - startNs) / (endNs - startNs);
    }

    @Override
    public void onFrame(final long ingestNs, final DirectBuffer buffer, final int offset, final int length) {
        if (firstNs == 0) {
            firstNs = ingestNs;
        }
        lastNs = ingestNs;
        frames.onFrame(ingestNs, buffer, offset, length);
    }

    private FrameRecorder openFrames() {
        try {
            return FrameRecorder.open(request.folder().resolve(RecordRequest.FRAMES));
        } catch (final IOException e) {
            throw Failure.environment(request.folder() + ": raw frames cannot be written: " + e.getMessage());
        }
    }

    /** What was lost on the way to the disk; null when nothing was. */
    private String trouble(final CaptureWriter capture) {
        if (frames.lost() > 0 || frames.trouble() != null) {
            final String cause = frames.trouble() == null ? "the disk is slower than the feed" : frames.trouble();
            return cause + "; " + frames.lost() + " raw frames lost";
        }
        return capture.lostInputs() > 0 ? capture.trouble() : null;
    }
}
