package io.halfspread.app.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sums of one coin from the start of a session to a moment; the difference of two moments is what happened between them.
 *
 * @param ns          time passed
 * @param marketNs    of it with a two-sided market
 * @param quotedNs    of that with our order resting, bid and ask
 * @param touchNs     of that with our order at the best price or better, bid and ask
 * @param pairNs      of that with orders resting on both sides
 * @param marketBpsNs market spread times time, bps ns
 * @param pairBpsNs   distance of our two orders times time, bps ns
 * @param makerFills  maker fills
 * @param takerFills  taker fills
 * @param tradedQuotes quotes that traded at all
 * @param quotes      quotes placed or modified
 * @param commands    orders placed, modified and cancelled, takers included
 * @param volume      value traded, USD, decimal8
 * @param makerVolume of it as maker
 * @param profit      profit and its parts
 */
record CoinTotals(
        long ns,
        long marketNs,
        Sides quotedNs,
        Sides touchNs,
        long pairNs,
        double marketBpsNs,
        double pairBpsNs,
        long makerFills,
        long takerFills,
        long tradedQuotes,
        long quotes,
        long commands,
        long volume,
        long makerVolume,
        ProfitParts profit) {
    /** A figure of each side. */
    record Sides(long bid, long ask) {
        Sides minus(final Sides earlier) {
            return new Sides(bid - earlier.bid, ask - earlier.ask);
        }
    }

    private static final double SECOND_NS = 1e9;
    private static final double BPS = 1e4;

    CoinTotals minus(final CoinTotals earlier) {
        return new CoinTotals(
                ns - earlier.ns,
                marketNs - earlier.marketNs,
                quotedNs.minus(earlier.quotedNs),
                touchNs.minus(earlier.touchNs),
                pairNs - earlier.pairNs,
                marketBpsNs - earlier.marketBpsNs,
                pairBpsNs - earlier.pairBpsNs,
                makerFills - earlier.makerFills,
                takerFills - earlier.takerFills,
                tradedQuotes - earlier.tradedQuotes,
                quotes - earlier.quotes,
                commands - earlier.commands,
                volume - earlier.volume,
                makerVolume - earlier.makerVolume,
                profit.minus(earlier.profit));
    }

    double seconds() {
        return ns / SECOND_NS;
    }

    long fills() {
        return makerFills + takerFills;
    }

    /** Share of quotes that traded, or null without quotes. */
    Double fillRatio() {
        return quotes == 0 ? null : (double) tradedQuotes / quotes;
    }

    Double quotedShare(final boolean bid) {
        return share(bid ? quotedNs.bid : quotedNs.ask, marketNs);
    }

    Double touchShare(final boolean bid) {
        return share(bid ? touchNs.bid : touchNs.ask, marketNs);
    }

    Double marketSpreadBps() {
        return marketNs == 0 ? null : marketBpsNs / marketNs;
    }

    Double pairSpreadBps() {
        return pairNs == 0 ? null : pairBpsNs / pairNs;
    }

    /** What the fills captured of every USD traded, bps, or null without trades. */
    Double capturedBps() {
        return volume == 0 ? null : (double) profit.spread() / volume * BPS;
    }

    private static Double share(final long part, final long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("seconds", seconds());
        json.put("pnl", profit.json());
        json.put("fills", fills());
        json.put("maker_fills", makerFills);
        json.put("taker_fills", takerFills);
        json.put("volume", Decimals.of(volume));
        json.put("maker_volume", Decimals.of(makerVolume));
        json.put("quotes", quotes);
        json.put("commands", commands);
        json.put("quotes_traded", tradedQuotes);
        json.put("fill_ratio", fillRatio());
        json.put("captured_bps", capturedBps());
        json.put("market_spread_bps", marketSpreadBps());
        json.put("quoted_spread_bps", pairSpreadBps());
        json.put("time_quoted", sides(quotedShare(true), quotedShare(false)));
        json.put("time_at_touch", sides(touchShare(true), touchShare(false)));
        return json;
    }

    static Map<String, Object> sides(final Object bid, final Object ask) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("bid", bid);
        json.put("ask", ask);
        return json;
    }
}
