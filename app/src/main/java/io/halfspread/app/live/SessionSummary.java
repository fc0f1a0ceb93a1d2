package io.halfspread.app.live;

import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.report.Decimals;
import io.halfspread.app.report.Report;
import io.halfspread.app.report.RunFacts;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.replay.ParamsVersion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a session came to.
 *
 * @param mode      who answered orders
 * @param seconds   how long it ran, on its own clock
 * @param hash      final hash of the engine, 16 hex digits
 * @param verified  whether a replay of the capture gave the same outputs; null when it was not replayed
 * @param coins     results by coin
 * @param versions  parameter sets in force, in order
 * @param rejected  parameter files refused
 * @param reconnects connections made again
 * @param inputs    inputs by kind
 * @param outputs   outputs by kind
 * @param venue     what the venue says of the account
 * @param latency   percentiles from event to socket, ns
 * @param markouts  mean markouts of maker fills, bps
 * @param capture   the capture's folder
 * @param notes     what is not as it should be
 * @param origin    how it was made: seed, fill model, JVM
 */
record SessionSummary(
        SessionMode mode,
        double seconds,
        String hash,
        Boolean verified,
        List<Coin> coins,
        List<ParamsVersion> versions,
        int rejected,
        long reconnects,
        Map<String, Object> inputs,
        Map<String, Object> outputs,
        VenueFigures venue,
        Map<String, Object> latency,
        Map<String, Object> markouts,
        Path capture,
        List<String> notes,
        Map<String, Object> origin) {
    /** Name of the report within the capture's folder. */
    static final String REPORT = RunFacts.FILE;

    private static final int DECIMAL8 = 8;

    /**
     * One coin.
     *
     * @param coin     venue name
     * @param position base units, decimal8
     * @param pnl      USD, fees taken off, the position at the last mid
     * @param fees     USD, decimal8
     * @param volume   USD, decimal8
     * @param fills    executions counted
     * @param quotes   quotes placed or modified
     */
    record Coin(String coin, long position, BigDecimal pnl, long fees, long volume, long fills, long quotes) {
        static Coin of(final QuotingHandler engine, final SessionTally tally, final int index) {
            return new Coin(
                    engine.coin(index),
                    engine.position(index),
                    Decimals.of(engine.pnlUsd(index)),
                    engine.fees(index),
                    engine.volume(index),
                    engine.fills(index),
                    tally.quotes(index));
        }

        Map<String, Object> json() {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("position", Decimals.of(position));
            json.put("pnl", pnl);
            json.put("fees", Decimals.of(fees));
            json.put("volume", Decimals.of(volume));
            json.put("fills", fills);
            json.put("quotes", quotes);
            return json;
        }
    }

    Path report() {
        return capture.resolve(REPORT);
    }

    long fills() {
        return coins.stream().mapToLong(Coin::fills).sum();
    }

    long quotes() {
        return coins.stream().mapToLong(Coin::quotes).sum();
    }

    BigDecimal pnl() {
        return coins.stream().map(Coin::pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long fees() {
        return coins.stream().mapToLong(Coin::fees).sum();
    }

    /** How the venue's figures differ from ours, to the last digit; empty when they agree. For sessions of one coin. */
    String difference() {
        final VenueFigures ours = new VenueFigures(
                coins.get(0).position(), pnl().movePointRight(DECIMAL8).longValueExact(), fees());
        return ours.equals(venue) ? "" : "maker " + ours.json() + " and venue " + venue.json() + " differ";
    }

    /** Members for programs, as the contract of demo has them. */
    Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("mode", mode.name().toLowerCase(Locale.ROOT));
        json.put("seconds", seconds);
        json.put("quotes", quotes());
        json.put("fills", fills());
        json.put("position", coins.size() == 1 ? Decimals.of(coins.get(0).position()) : null);
        json.put("pnl", pnl());
        json.put("fees", Decimals.of(fees()));
        json.put("hash", hash);
        json.put("verified", verified);
        json.put("params_versions", versions.stream().map(ReplayReport::version).toList());
        json.put("rejected_drops", rejected);
        json.put("reconnects", reconnects);
        json.put("venue", venue.json());
        json.put("latency_ns", latency);
        json.put("markouts_bps", markouts);
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        coins.forEach(coin -> byAsset.put(coin.coin(), coin.json()));
        json.put("by_asset", byAsset);
        json.put("inputs_by_kind", inputs);
        json.put("outputs_by_kind", outputs);
        json.put("notes", notes);
        json.putAll(origin);
        json.put("capture", capture.toString());
        json.put("report", report().toString());
        json.put("report_html", capture.resolve(Report.HTML).toString());
        return json;
    }
}
