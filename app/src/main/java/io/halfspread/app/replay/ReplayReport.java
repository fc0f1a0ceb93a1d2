package io.halfspread.app.replay;

import io.halfspread.codec.dump.EventKind;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.engine.replay.InstrumentResult;
import io.halfspread.engine.replay.ParamsVersion;
import io.halfspread.engine.replay.ReplaySummary;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result of a replay as JSON members, for programs. */
public final class ReplayReport {
    private static final double DECIMAL8 = 1e8;
    private static final double SECOND_NS = 1e9;

    private ReplayReport() {}

    /**
     * The result as the contract of {@code replay --json} has it.
     *
     * @param result what a replay gave
     * @return members in order
     */
    public static Map<String, Object> json(final ReplayResult result) {
        final ReplaySummary summary = result.summary();
        final List<InstrumentResult> shown = shown(result);
        final double elapsed = summary.elapsedNs() / SECOND_NS;
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", summary.inputs());
        json.put("inputs_by_kind", byKind(summary.inputsByTemplate()));
        json.put("outputs_by_kind", byKind(summary.outputsByTemplate()));
        json.put("hash", hex(summary.hash()));
        json.put("elapsed_s", elapsed);
        json.put("events_per_s", elapsed > 0 ? Math.rint(summary.inputs() / elapsed) : 0);
        json.put(
                "params_versions",
                summary.versions().stream().map(ReplayReport::version).toList());
        if (shown.size() == 1) {
            json.put("position", shown.get(0).position() / DECIMAL8);
        }
        json.put("pnl", shown.stream().mapToDouble(InstrumentResult::pnlUsd).sum());
        json.put("fees", shown.stream().mapToLong(InstrumentResult::fees).sum() / DECIMAL8);
        json.put("volume", shown.stream().mapToLong(InstrumentResult::volume).sum() / DECIMAL8);
        json.put("fills", shown.stream().mapToLong(InstrumentResult::fills).sum());
        json.put("quotes", shown.stream().mapToLong(InstrumentResult::quotes).sum());
        json.put(
                "decisions",
                shown.stream().mapToLong(InstrumentResult::decisions).sum());
        json.put("by_asset", byAsset(shown));
        json.put("reasons", names(reasons(shown)));
        json.put("fill_model", result.fills().text());
        if (result.fills().isQueue()) {
            json.put("latency", result.delays().text());
        }
        if (result.optimistic() != null) {
            final Map<String, Object> band = new LinkedHashMap<>();
            band.put("pessimistic", end(result));
            band.put("optimistic", end(result.optimistic()));
            json.put("band", band);
        }
        json.put("skipped_account_events", summary.skippedAccountEvents());
        json.put("skipped_policy_events", summary.skippedPolicyEvents());
        json.put("solves", summary.solves());
        json.put("discarded_solves", summary.discardedSolves());
        json.put("unapplied_drops", summary.unappliedDrops());
        if (result.frames() != null) {
            json.put("frames", result.frames().frames());
            json.put("frames_refused", result.frames().refused().count());
            json.put("other_coins", result.frames().unknownCoins());
        }
        if (result.out() != null) {
            json.put("capture", result.out().toString());
        }
        return json;
    }

    /** Instruments worth a line: those asked for, or those of which there was anything. */
    static List<InstrumentResult> shown(final ReplayResult result) {
        final List<InstrumentResult> all = result.summary().instruments();
        if (!result.allAssets()) {
            return all;
        }
        final List<InstrumentResult> active = all.stream()
                .filter(instrument -> instrument.decisions() > 0 || instrument.fills() > 0)
                .toList();
        return active.isEmpty() ? all : active;
    }

    /**
     * Counts by the names of their kinds.
     *
     * @param counts by template id
     * @return those above zero
     */
    public static Map<String, Object> byKind(final long[] counts) {
        final Map<String, Object> kinds = new LinkedHashMap<>();
        for (int id = 0; id < counts.length; id++) {
            if (counts[id] > 0) {
                final EventKind kind = EventKind.of(id);
                kinds.put(kind == null ? "template_" + id : kind.text(), counts[id]);
            }
        }
        return kinds;
    }

    static Map<QuoteReason, Long> reasons(final List<InstrumentResult> instruments) {
        final Map<QuoteReason, Long> sum = new EnumMap<>(QuoteReason.class);
        instruments.forEach(
                instrument -> instrument.reasons().forEach((reason, count) -> sum.merge(reason, count, Long::sum)));
        return sum;
    }

    /**
     * A hash as reports write it.
     *
     * @param hash 64 bits
     * @return 16 hexadecimal digits
     */
    public static String hex(final long hash) {
        return HexFormat.of().toHexDigits(hash);
    }

    /** One end of a band. */
    private static Map<String, Object> end(final ReplayResult result) {
        final List<InstrumentResult> shown = shown(result);
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("hash", hex(result.summary().hash()));
        if (shown.size() == 1) {
            json.put("position", shown.get(0).position() / DECIMAL8);
        }
        json.put("pnl", shown.stream().mapToDouble(InstrumentResult::pnlUsd).sum());
        json.put("fees", shown.stream().mapToLong(InstrumentResult::fees).sum() / DECIMAL8);
        json.put("volume", shown.stream().mapToLong(InstrumentResult::volume).sum() / DECIMAL8);
        json.put("fills", shown.stream().mapToLong(InstrumentResult::fills).sum());
        json.put("quotes", shown.stream().mapToLong(InstrumentResult::quotes).sum());
        json.put("by_asset", byAsset(shown));
        return json;
    }

    private static Map<String, Object> byAsset(final List<InstrumentResult> instruments) {
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        instruments.forEach(instrument -> byAsset.put(instrument.coin(), asset(instrument)));
        return byAsset;
    }

    private static Map<String, Object> asset(final InstrumentResult instrument) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("position", instrument.position() / DECIMAL8);
        json.put("pnl", instrument.pnlUsd());
        json.put("fills", instrument.fills());
        json.put("quotes", instrument.quotes());
        json.put("decisions", instrument.decisions());
        json.put("fees", instrument.fees() / DECIMAL8);
        json.put("volume", instrument.volume() / DECIMAL8);
        json.put("reasons", names(instrument.reasons()));
        return json;
    }

    private static Map<String, Object> names(final Map<QuoteReason, Long> reasons) {
        final Map<String, Object> names = new LinkedHashMap<>();
        reasons.forEach((reason, count) -> names.put(reason.name().toLowerCase(Locale.ROOT), count));
        return names;
    }

    /**
     * A parameter set as JSON members.
     *
     * @param version the set
     * @return members in order
     */
    public static Map<String, Object> version(final ParamsVersion version) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version.version());
        json.put("sha256", version.sha256());
        json.put("seq", version.sequence());
        json.put("source", version.source());
        return json;
    }
}
