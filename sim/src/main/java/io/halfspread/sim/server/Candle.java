package io.halfspread.sim.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.exchange.TradeRecord;
import io.halfspread.sim.wire.WireDecimal;

/** Trades of one span: first, last, highest and lowest price, size, number. Prices and sizes times 1e8. */
record Candle(long openMs, long open, long close, long high, long low, long volume, int trades) {
    static Candle quiet(final long openMs, final long px) {
        return new Candle(openMs, px, px, px, px, 0, 0);
    }

    static Candle of(final long openMs, final TradeRecord trade) {
        return new Candle(openMs, trade.px(), trade.px(), trade.px(), trade.px(), trade.sz(), 1);
    }

    /** This one and the one after it as one. */
    Candle and(final Candle next) {
        return new Candle(
                openMs,
                open,
                next.close,
                Math.max(high, next.high),
                Math.min(low, next.low),
                volume + next.volume,
                trades + next.trades);
    }

    ObjectNode json(final String coin, final CandleInterval interval) {
        return Json.object()
                .put("t", openMs)
                .put("T", interval.closeMs(openMs))
                .put("s", coin)
                .put("i", interval.text())
                .put("o", WireDecimal.text(open))
                .put("c", WireDecimal.text(close))
                .put("h", WireDecimal.text(high))
                .put("l", WireDecimal.text(low))
                .put("v", WireDecimal.text(volume))
                .put("n", trades);
    }
}
