package io.halfspread.app.sweep.run;

import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Variable;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.Sha256;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The session that a candidate stands for: the base with what the candidate states in its place.
 *
 * @param opening what the session is opened with
 * @param params  its parameters
 */
public record CandidateSession(SessionSettings opening, TuningUpdate params) {
    private static final int DECIMAL8 = 8;

    /**
     * Applies a candidate.
     *
     * @param opening   the base session
     * @param base      the base parameters
     * @param candidate what differs
     * @return the session; the base itself when nothing does
     * @throws IllegalArgumentException when a value is outside its range or a name has no meaning
     */
    public static CandidateSession of(
            final SessionSettings opening, final TuningUpdate base, final Candidate candidate) {
        final Map<TuningParam, Double> changes = new EnumMap<>(TuningParam.class);
        SessionSettings session = opening;
        for (final Map.Entry<String, Object> value : candidate.values().entrySet()) {
            final TuningParam param = TuningParam.ofKey(value.getKey());
            if (param == null) {
                session = session.with(session.instruments().stream()
                        .map(instrument -> with(instrument, value.getKey(), value.getValue()))
                        .toList());
            } else {
                changes.put(param, number(value.getValue()));
            }
        }
        return new CandidateSession(session, params(base, changes));
    }

    /** The parameters of a candidate as a whole set. */
    private static TuningUpdate params(final TuningUpdate base, final Map<TuningParam, Double> changes) {
        final TuningValues values = base.values().with(changes);
        if (values.equals(base.values())) {
            return base;
        }
        final Set<TuningParam> stated = EnumSet.noneOf(TuningParam.class);
        stated.addAll(base.stated());
        stated.addAll(changes.keySet());
        return new TuningUpdate(
                1,
                new TuningSource(
                        SourceKind.OPTION,
                        "candidate",
                        Sha256.of(values.toJson().getBytes(StandardCharsets.UTF_8))),
                values,
                Set.copyOf(stated));
    }

    /**
     * Whether any instrument is quoted by a table, so that the replay needs the solver.
     *
     * @return false when the heuristic quotes all of them
     */
    public boolean needsSolver() {
        return opening.instruments().stream()
                .anyMatch(instrument -> instrument.quoting().quoteSource() != QuoteSource.HEURISTIC);
    }

    private static Instrument with(final Instrument instrument, final String name, final Object value) {
        return new Instrument(
                instrument.coin(),
                instrument.kind(),
                instrument.szDecimals(),
                instrument.assetId(),
                with(instrument.quoting(), name, value),
                instrument.limits());
    }

    private static QuotingSettings with(final QuotingSettings base, final String name, final Object value) {
        QuoteSource source = base.quoteSource();
        double weight = base.blendWeight();
        double bps = base.halfSpreadBps();
        int depth = base.imbalanceDepth();
        long size = base.orderSize();
        switch (name) {
            case Variable.QUOTE_SOURCE ->
                source = QuoteSource.valueOf(value.toString().toUpperCase(Locale.ROOT));
            case Variable.BLEND_WEIGHT -> weight = number(value);
            case Variable.HALF_SPREAD_BPS -> bps = number(value);
            case Variable.IMBALANCE_DEPTH -> depth = (int) number(value);
            case Variable.ORDER_SIZE -> size = decimal8(number(value));
            default -> throw new IllegalArgumentException(name + " is nothing that a candidate may state");
        }
        return base.with(source, weight, bps, depth, size);
    }

    private static double number(final Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + value + "' is not a number");
    }

    private static long decimal8(final double value) {
        return BigDecimal.valueOf(value)
                .movePointRight(DECIMAL8)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
