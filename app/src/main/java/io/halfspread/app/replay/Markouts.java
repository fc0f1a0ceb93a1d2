package io.halfspread.app.replay;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * What the maker fills of a session were worth some time later: the mid's move in our favour since the fill's price, in
 * basis points, mean over fills. Negative means that the fills came from those who knew more.
 */
public final class Markouts {
    private static final long[] HORIZONS_NS = {100_000_000L, 1_000_000_000L, 5_000_000_000L, 30_000_000_000L};
    private static final List<String> NAMES = List.of("0.1s", "1s", "5s", "30s");
    private static final double SCALE = 1e8;
    private static final double BPS = 1e4;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final Int2ObjectHashMap<Horizon[]> byInstrument = new Int2ObjectHashMap<>();
    private final double[] sums = new double[HORIZONS_NS.length];
    private final long[] counts = new long[HORIZONS_NS.length];
    private final Sink sink;

    /** Takes each markout when its horizon has passed. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One maker fill, some time later.
         *
         * @param instrument its instrument
         * @param side       our side
         * @param horizon    index in {@link #horizons()}
         * @param fillNs     when it was filled
         * @param bps        move of the mid in our favour since the fill's price
         */
        void onMarkout(int instrument, Side side, int horizon, long fillNs, double bps);
    }

    /** Nothing seen yet; records are given in order. */
    public Markouts() {
        this((instrument, side, horizon, fillNs, bps) -> {});
    }

    /**
     * Nothing seen yet; records are given in order.
     *
     * @param sink also takes each markout
     */
    public Markouts(final Sink sink) {
        this.sink = sink;
    }

    /**
     * Names of the horizons.
     *
     * @return shortest first, such as 5s
     */
    public static List<String> horizons() {
        return NAMES;
    }

    /**
     * A horizon.
     *
     * @param horizon index in {@link #horizons()}
     * @return its length, ns
     */
    public static long horizonNs(final int horizon) {
        return HORIZONS_NS[horizon];
    }

    /**
     * Reads a capture.
     *
     * @param capture its folder
     * @return the markouts of its fills
     */
    public static Markouts of(final Path capture) {
        final Markouts markouts = new Markouts();
        try (CaptureReader records = CaptureReader.open(capture)) {
            while (records.next()) {
                markouts.onRecord(records.buffer(), records.offset());
            }
        }
        return markouts;
    }

    /**
     * Mean markout by horizon.
     *
     * @return bps, negative against us; null where no fill is old enough
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < HORIZONS_NS.length; i++) {
            json.put(NAMES.get(i), counts[i] == 0 ? null : sums[i] / counts[i]);
        }
        return json;
    }

    /**
     * One input or output of the session.
     *
     * @param buffer holds the message
     * @param offset index of its header
     */
    public void onRecord(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        if (header.templateId() == FillDecoder.TEMPLATE_ID) {
            onFill(fill.wrap(buffer, body, header.blockLength(), header.version()));
        } else if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
            onDecision(decision.wrap(buffer, body, header.blockLength(), header.version()));
        }
    }

    private void onFill(final FillDecoder maker) {
        if (maker.crossed() == Flag.YES || maker.snapshot() == Flag.YES) {
            return;
        }
        final double px = maker.px() / SCALE;
        final Horizon[] horizons = byInstrument.computeIfAbsent(maker.instrument(), instrument -> {
            final Horizon[] all = new Horizon[HORIZONS_NS.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = new Horizon(instrument, i);
            }
            return all;
        });
        for (final Horizon horizon : horizons) {
            horizon.open.add(new Open(maker.ingestNs(), px, maker.side()));
        }
    }

    private void onDecision(final QuoteDecisionDecoder now) {
        final Horizon[] horizons = byInstrument.get(now.instrument());
        if (horizons != null && now.mid() > 0) {
            for (final Horizon horizon : horizons) {
                horizon.onMid(now.eventNs(), now.mid());
            }
        }
    }

    /** A fill that waits for its horizon. */
    private record Open(long ns, double px, Side side) {}

    /** Fills of an instrument that wait for one horizon, oldest first, and the newest mid. */
    private final class Horizon {
        private final int instrument;
        private final int index;
        private final Deque<Open> open = new ArrayDeque<>();
        private double lastMid;

        Horizon(final int instrument, final int index) {
            this.instrument = instrument;
            this.index = index;
        }

        /** The mid at a horizon is the one in force then: the last before it. */
        void onMid(final long nowNs, final double mid) {
            while (!open.isEmpty() && nowNs > open.peek().ns() + HORIZONS_NS[index]) {
                final Open due = open.poll();
                if (lastMid > 0) {
                    final int sign = due.side() == Side.BID ? 1 : -1;
                    final double bps = sign * (lastMid - due.px()) / due.px() * BPS;
                    sums[index] += bps;
                    counts[index]++;
                    sink.onMarkout(instrument, due.side(), index, due.ns(), bps);
                }
            }
            lastMid = mid;
        }
    }
}
