package io.halfspread.app.whatif;

import io.halfspread.app.report.Estimate;
import io.halfspread.app.report.Report;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.app.report.Words;
import io.halfspread.engine.replay.TuningDrop;
import io.halfspread.gateway.frames.FrameStats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer.
 *
 * @param request   the question
 * @param build     version of this program
 * @param proof     what the input proved to be
 * @param legs      what was replayed
 * @param frames    what came out of raw frames, null for a capture
 * @param rules     both sides under each model, pessimistic first
 * @param record    the recorded session beside the baseline, null where there is none
 * @param curve     profit by added delay, empty when it was not asked for
 * @param elapsedNs wall time
 */
public record WhatIfResult(
        WhatIfRequest request,
        String build,
        Proof proof,
        Legs legs,
        FrameStats frames,
        List<RuleResult> rules,
        SessionComparison record,
        List<LatencyPoint> curve,
        long elapsedNs) {
    private static final double SECOND_NS = 1e9;
    private static final double MS_PER_S = 1e3;
    private static final int LEAST_BLOCKS = 10;

    /**
     * The answer for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("input", request.unchanged().input().toString());
        json.put("build", build);
        json.put("proof", proof.json());
        json.put("change", changeJson());
        json.put("compared", compared());
        json.put("unapplied_drops", unappliedDrops());
        json.put("latency", request.unchanged().delays().text());
        json.put("verdict", verdict());
        json.put("band", band());
        final Map<String, Object> byRule = new LinkedHashMap<>();
        rules.forEach(rule -> byRule.put(rule.name(), rule.json()));
        json.put("rules", byRule);
        json.put("model_against_record", record == null ? null : record.json());
        json.put("latency_curve", curve.stream().map(LatencyPoint::json).toList());
        json.put("elapsed_s", Math.rint(elapsedNs / SECOND_NS * MS_PER_S) / MS_PER_S);
        return json;
    }

    private Map<String, Object> changeJson() {
        final Map<String, Object> json = new LinkedHashMap<>();
        final List<Map<String, Object>> drops = new ArrayList<>();
        for (final TuningDrop drop : request.changed().drops()) {
            final Map<String, Object> one = new LinkedHashMap<>();
            one.put("at_ns", drop.at());
            one.put("absolute", drop.absolute());
            one.put("file", drop.source().name());
            one.put("sha256", drop.source().sha256().hex());
            final Map<String, Object> stated = new LinkedHashMap<>();
            drop.stated().forEach((param, value) -> stated.put(param.key(), value));
            one.put("stated", stated);
            drops.add(one);
        }
        json.put("drops", drops);
        json.put(
                "params",
                request.changed().params() == null
                        ? null
                        : request.changed().params().source().name());
        json.put(
                "quote_source",
                request.changed().quoteSource() == null
                        ? null
                        : request.changed().quoteSource().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /** The differences of the profit under each model: the truth lies between the two rules of the queue, or near. */
    private Map<String, Object> band() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", deltas(null));
        final Map<String, Object> byAsset = new LinkedHashMap<>();
        coins().forEach(coin -> byAsset.put(coin, deltas(coin)));
        json.put("by_asset", byAsset);
        return json;
    }

    private Map<String, Object> deltas(final String coin) {
        final Map<String, Object> json = new LinkedHashMap<>();
        rules.forEach(rule ->
                json.put(rule.name(), rule.comparison().profitDelta(coin).json()));
        return json;
    }

    /**
     * Coins compared.
     *
     * @return names
     */
    public List<String> coins() {
        return rules.get(0).comparison().coins();
    }

    /**
     * Drops whose time did not come.
     *
     * @return count
     */
    public int unappliedDrops() {
        return rules.get(0).change().summary().unappliedDrops();
    }

    /** What the change is, in words. */
    String change() {
        final List<String> parts = new ArrayList<>();
        if (request.changed().params() != null) {
            parts.add(request.changed().params().source().name() + " from the first event on");
        }
        request.changed()
                .drops()
                .forEach(drop -> parts.add(drop.source().name() + " "
                        + (drop.absolute()
                                ? "at " + Words.time(drop.at()) + " UTC"
                                : "after " + Words.plain(drop.at() / 10) + " s")));
        if (request.changed().quoteSource() != null) {
            parts.add("quote source " + request.changed().quoteSource().name().toLowerCase(Locale.ROOT));
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** What is compared with what. */
    String compared() {
        final String models = String.join(
                " and ", rules.stream().map(rule -> rule.model().text()).toList());
        if (!proof.isSession()) {
            return "baseline and change are both filled by the model " + models + " from the first event on";
        }
        return (legs.fromDrop()
                        ? "baseline and change are as recorded until the first drop; from there on both are filled by the model "
                        : "baseline and change are both filled by the model ")
                + models + (legs.fromDrop() ? "" : " from the first event on")
                + ", so that change less baseline is the effect of the change alone; baseline less recorded is that of the model";
    }

    /** Whether the change can be told from nothing. */
    String verdict() {
        if (!request.hasChange()) {
            return "No change was given: both sides are the same.";
        }
        boolean tells = true;
        double sign = 0;
        final List<String> parts = new ArrayList<>();
        for (final RuleResult rule : rules) {
            final Estimate delta = rule.comparison().profitDelta(null);
            parts.add(Words.band(delta, 4) + " USD (" + rule.name() + ")");
            final boolean beyond = delta.band() != null && Math.abs(delta.mean()) > delta.band();
            tells &= beyond && (sign == 0 || Math.signum(delta.mean()) == sign);
            sign = Math.signum(delta.mean());
        }
        final long blocks = rules.get(0).comparison().profitDelta(null).clusters();
        return "The change earned " + String.join(", ", parts) + " against the baseline, 95 % bands over " + blocks
                + " minutes: "
                + (blocks < LEAST_BLOCKS
                        ? "too short to tell it from zero."
                        : tells ? "distinguishable from zero." : "not distinguishable from zero.");
    }

    /**
     * The page.
     *
     * @return one file that needs no other
     */
    public String html() {
        return new WhatIfPage(this).html();
    }

    /**
     * Writes the page, and the JSON beside it.
     *
     * @param html the page's file; the JSON's has the same name with the end .json
     * @throws IOException when a file cannot be written
     */
    public void write(final Path html) throws IOException {
        Report.write(html, html(), json());
    }
}
