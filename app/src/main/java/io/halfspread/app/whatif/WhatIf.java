package io.halfspread.app.whatif;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.SharedInput;
import io.halfspread.app.report.ComparedSession;
import io.halfspread.app.report.SessionComparison;
import io.halfspread.app.report.TracedReplay;
import io.halfspread.engine.replay.InstrumentResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Answers a question: proves the input, replays it with and without the change under each model, at the same time on several
 * cores, and compares.
 */
public final class WhatIf {
    static final String RECORDED = "recorded";
    static final String BASELINE = "baseline";
    static final String CHANGE = "change";

    private final WhatIfRequest request;
    private final String build;

    /**
     * Prepares an answer.
     *
     * @param request the question
     * @param build   version of this program
     */
    public WhatIf(final WhatIfRequest request, final String build) {
        this.request = request;
        this.build = build;
    }

    /**
     * Finds the answer.
     *
     * @param progress  told how far it is
     * @param interrupt asked whether to end early
     * @return the answer
     * @throws Failure when the input does not verify or cannot be used, or it was interrupted
     */
    public WhatIfResult run(final Progress progress, final BooleanSupplier interrupt) {
        final long startNs = System.nanoTime();
        try (Crew crew = new Crew(interrupt)) {
            final Proof proof = Proof.of(request.unchanged().input(), progress);
            requireCoins(proof);
            final Legs legs = Legs.of(request, proof);
            final SharedInput input = SharedInput.of(request.unchanged(), progress, interrupt);
            final List<TracedReplay> replays = crew.all(progress, replays(legs, input));
            requireMarket(replays.get(0));
            final List<RuleResult> rules = crew.all(progress, comparisons(replays));
            final SessionComparison record = againstRecord(proof, legs, replays.get(0));
            final List<LatencyPoint> curve = crew.all(progress, curve(legs, input, replays));
            return new WhatIfResult(
                    request, build, proof, legs, input.stats(), rules, record, curve, System.nanoTime() - startNs);
        }
    }

    private void requireCoins(final Proof proof) {
        final List<String> asked = request.unchanged().assets();
        if (asked != null && !proof.coins().isEmpty()) {
            for (final String coin : asked) {
                if (!proof.coins().contains(coin)) {
                    throw noCoin(coin, String.join(", ", proof.coins()));
                }
            }
        }
    }

    /** Raw frames tell only when they were read which coins they hold. */
    private void requireMarket(final TracedReplay baseline) {
        final List<InstrumentResult> all = baseline.result().summary().instruments();
        if (request.unchanged().assets() == null) {
            return;
        }
        for (final InstrumentResult coin : all) {
            if (coin.decisions() == 0) {
                throw noCoin(
                        coin.coin(),
                        all.stream()
                                .filter(other -> other.decisions() > 0)
                                .map(InstrumentResult::coin)
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private Failure noCoin(final String coin, final String others) {
        return Failure.badInput(request.unchanged().input() + ": holds no market data of " + coin + "; it holds: "
                + (others.isEmpty() ? "none of those asked for" : others));
    }

    private List<Crew.Work<TracedReplay>> replays(final Legs legs, final SharedInput input) {
        final List<Crew.Work<TracedReplay>> works = new ArrayList<>();
        for (final FillChoice model : request.models()) {
            works.add(replay(legs.baseline(model), input));
            works.add(replay(legs.change(model), input));
        }
        return works;
    }

    private Crew.Work<TracedReplay> replay(final ReplayRequest leg, final SharedInput input) {
        return (progress, interrupt) -> TracedReplay.run(leg, build, input, progress, interrupt);
    }

    private List<Crew.Work<RuleResult>> comparisons(final List<TracedReplay> replays) {
        final List<Crew.Work<RuleResult>> works = new ArrayList<>();
        for (int i = 0; i < request.models().size(); i++) {
            final FillChoice model = request.models().get(i);
            final TracedReplay baseline = replays.get(2 * i);
            final TracedReplay change = replays.get(2 * i + 1);
            works.add((progress, interrupt) -> new RuleResult(
                    model,
                    baseline.result(),
                    change.result(),
                    SessionComparison.of(
                            baseline.as(BASELINE, "nothing changed"), change.as(CHANGE, "with the change"), true)));
        }
        return works;
    }

    /** What the model makes of a recorded session without any change; null where nothing of the kind was recorded. */
    private SessionComparison againstRecord(final Proof proof, final Legs legs, final TracedReplay baseline) {
        if (!proof.isSession() || proof.outputs() == 0 || legs.unchanged().assets() != null) {
            return null;
        }
        return SessionComparison.of(
                ComparedSession.of(RECORDED, "as it was", request.unchanged().input()),
                baseline.as(BASELINE, "nothing changed, filled by a model"),
                true);
    }

    private List<Crew.Work<LatencyPoint>> curve(
            final Legs legs, final SharedInput input, final List<TracedReplay> replays) {
        final FillChoice model = request.models().get(0);
        final List<Crew.Work<LatencyPoint>> works = new ArrayList<>();
        for (final BigDecimal added : request.addedMs()) {
            works.add((progress, interrupt) -> {
                if (added.signum() == 0) {
                    return LatencyPoint.of(added, replays.get(0), replays.get(1));
                }
                final TracedReplay baseline = later(legs.baseline(model), added, input, progress, interrupt);
                final TracedReplay change =
                        request.hasChange() ? later(legs.change(model), added, input, progress, interrupt) : baseline;
                return LatencyPoint.of(added, baseline, change);
            });
        }
        return works;
    }

    private TracedReplay later(
            final ReplayRequest leg,
            final BigDecimal added,
            final SharedInput input,
            final Progress progress,
            final BooleanSupplier interrupt) {
        return TracedReplay.run(leg.withDelays(leg.delays().plus(added)), build, input, progress, interrupt);
    }
}
