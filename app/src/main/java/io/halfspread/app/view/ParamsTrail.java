package io.halfspread.app.view;

import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningRejection;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.agrona.DirectBuffer;

/** Every candidate set of tuning parameters of a session: who, when, what changed, or why not. For one thread. */
public final class ParamsTrail {
    private static final int REMEMBERED = 100;

    private final Trail<ParamsPoint> trail = new Trail<>(REMEMBERED);
    private TuningValues values;

    ParamsTrail() {}

    void onUpdate(final DirectBuffer buffer, final int offset, final long ns) {
        final TuningUpdate update = TuningEvents.decodeUpdate(buffer, offset);
        final Set<TuningParam> changed = values == null
                ? EnumSet.noneOf(TuningParam.class)
                : update.values().differingFrom(values);
        trail.add(new ParamsPoint(
                ns,
                update.version(),
                update.source().kind().name().toLowerCase(Locale.ROOT),
                update.source().name(),
                update.source().sha256().hex(),
                update.values(),
                values,
                changed,
                ""));
        values = update.values();
    }

    void onRejected(final DirectBuffer buffer, final int offset, final long ns) {
        final TuningRejection rejection = TuningEvents.decodeRejection(buffer, offset);
        trail.add(new ParamsPoint(
                ns,
                0,
                rejection.source().kind().name().toLowerCase(Locale.ROOT),
                rejection.source().name(),
                rejection.source().sha256().hex(),
                null,
                values,
                EnumSet.noneOf(TuningParam.class),
                rejection.reason()));
    }

    /**
     * The candidates.
     *
     * @return accepted and refused ones in their order
     */
    public Trail<ParamsPoint> points() {
        return trail;
    }

    /**
     * Values in force.
     *
     * @return null before the first
     */
    public TuningValues values() {
        return values;
    }
}
