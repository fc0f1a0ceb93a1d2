package io.halfspread.app.replay;

import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** What a replay's trading looked like, by instrument: fills, inventory over time, markouts, who set the quotes. */
public final class TradeStudy {
    private static final double SCALE = 1e8;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final Map<Integer, Coin> coins = new TreeMap<>();

    /** Nothing seen yet. */
    public TradeStudy() {}

    /**
     * A watch that feeds this study.
     *
     * @return to be attached to a replay
     */
    public OrderedWatch watch() {
        return new OrderedWatch(
                (buffer, offset, length, sequence) -> onRecord(buffer, offset),
                (buffer, offset, length, sequence) -> onRecord(buffer, offset));
    }

    private void onRecord(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        if (header.templateId() == FillDecoder.TEMPLATE_ID) {
            fill.wrap(buffer, body, header.blockLength(), header.version());
            if (fill.snapshot() == Flag.NO) {
                coin(fill.instrument()).onFill(fill);
                coin(fill.instrument()).markouts.onRecord(buffer, offset);
            }
        } else if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
            decision.wrap(buffer, body, header.blockLength(), header.version());
            coin(decision.instrument()).onDecision(decision);
            coin(decision.instrument()).markouts.onRecord(buffer, offset);
        }
    }

    private Coin coin(final int instrument) {
        return coins.computeIfAbsent(instrument, unused -> new Coin());
    }

    /**
     * Figures of one instrument.
     *
     * @param instrument index
     * @return the figures, all zero when nothing was seen of it
     */
    public Figures figures(final int instrument) {
        return coin(instrument).figures();
    }

    /**
     * Figures of one instrument.
     *
     * @param makerFills           maker fills
     * @param takerFills           taker fills
     * @param meanAbsInventoryUsd  average size of the position over time, USD
     * @param maxAbsInventoryUsd   largest position, USD
     * @param byPolicyShare        share of decisions that a policy table set, 0 to 1
     * @param markouts             mean move in our favour after maker fills, bps, by horizon; null where there is none
     */
    public record Figures(
            long makerFills,
            long takerFills,
            double meanAbsInventoryUsd,
            double maxAbsInventoryUsd,
            double byPolicyShare,
            Map<String, Object> markouts) {
        /**
         * The figures for programs.
         *
         * @return members in order
         */
        public Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("maker_fills", makerFills);
            json.put("taker_fills", takerFills);
            json.put("mean_abs_inventory_usd", meanAbsInventoryUsd);
            json.put("max_abs_inventory_usd", maxAbsInventoryUsd);
            json.put("by_policy_share", byPolicyShare);
            json.put("markouts_bps", markouts);
            return json;
        }
    }

    /** Sums of one instrument. */
    private static final class Coin {
        private final Markouts markouts = new Markouts();
        private long makerFills;
        private long takerFills;
        private long decisions;
        private long byPolicy;
        private long firstNs;
        private long lastNs;
        private double lastUsd;
        private double usdNs;
        private double maxUsd;

        void onFill(final FillDecoder fill) {
            if (fill.crossed() == Flag.YES) {
                takerFills++;
            } else {
                makerFills++;
            }
        }

        void onDecision(final QuoteDecisionDecoder decision) {
            final long nowNs = decision.eventNs();
            if (decisions == 0) {
                firstNs = nowNs;
            } else {
                usdNs += lastUsd * (nowNs - lastNs);
            }
            decisions++;
            byPolicy += decision.source() == QuoteSource.HEURISTIC ? 0 : 1;
            lastNs = nowNs;
            lastUsd = Math.abs(decision.position() / SCALE * decision.mid());
            maxUsd = Math.max(maxUsd, lastUsd);
        }

        Figures figures() {
            return new Figures(
                    makerFills,
                    takerFills,
                    lastNs > firstNs ? usdNs / (lastNs - firstNs) : 0,
                    maxUsd,
                    decisions == 0 ? 0 : (double) byPolicy / decisions,
                    markouts.json());
        }
    }
}
