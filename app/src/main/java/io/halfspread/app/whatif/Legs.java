package io.halfspread.app.whatif;

import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.replay.TuningDrop;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningSource;
import java.util.List;
import java.util.Map;

/**
 * The two replays that differ by the change and by nothing else. On market data alone a model answers from the start in both.
 * In a recorded session the record answers until the change, and the model from there on, in both: the baseline has a drop
 * that states nothing at each moment of a drop of the change.
 *
 * @param unchanged the baseline, its model aside
 * @param changed   the change, its model aside
 * @param fromDrop  whether the record answers until the first drop
 */
record Legs(ReplayRequest unchanged, ReplayRequest changed, boolean fromDrop) {
    private static final String NOTHING = "baseline";

    static Legs of(final WhatIfRequest request, final Proof proof) {
        final ReplayRequest changed = request.changed();
        final boolean allCoins = changed.assets() == null
                || proof.isSession()
                        && changed.assets().containsAll(proof.coins())
                        && proof.coins().size() == changed.assets().size();
        if (!proof.isSession()
                || changed.params() != null
                || changed.quoteSource() != null
                || changed.drops().isEmpty()
                || !allCoins) {
            return new Legs(request.unchanged(), changed, false);
        }
        final List<TuningDrop> stating =
                changed.drops().stream().map(Legs::statingNothing).toList();
        return new Legs(request.unchanged().withAssets(null).withDrops(stating), changed.withAssets(null), true);
    }

    private static TuningDrop statingNothing(final TuningDrop drop) {
        return new TuningDrop(
                drop.at(),
                drop.absolute(),
                new TuningSource(SourceKind.OPTION, NOTHING, Sha256.of(new byte[0])),
                Map.of());
    }

    /** The baseline under a model. */
    ReplayRequest baseline(final FillChoice model) {
        return under(unchanged, model);
    }

    /** The change under a model. */
    ReplayRequest change(final FillChoice model) {
        return under(changed, model);
    }

    /** A model that is asked for answers from the start; one that is only configured, from the change on. */
    private ReplayRequest under(final ReplayRequest leg, final FillChoice model) {
        return (fromDrop ? leg : leg.asking(model)).withFills(model);
    }
}
