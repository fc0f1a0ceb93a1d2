package io.halfspread.app.replay;

import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.replay.TuningDrop;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import io.halfspread.gateway.tuning.TuningFile;
import io.halfspread.gateway.tuning.TuningRefusal;
import io.halfspread.gateway.tuning.TuningStart;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Reads what --params and --drop name. */
public final class TuningOptions {
    private static final BigDecimal ABSOLUTE_FROM = BigDecimal.valueOf(1_000_000_000_000_000L);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(9_000_000_000L);
    private static final BigDecimal LAST_NS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final String DROP_FORM =
            "accepted: T=FILE, T seconds from the start (300, 12.5) or nanoseconds since the epoch";

    private TuningOptions() {}

    /**
     * Reads a whole set.
     *
     * @param file tuning file, or null for the built-in defaults
     * @return version 1 of a replay
     * @throws Failure when the file cannot be used; all faults are named
     */
    public static TuningUpdate params(final Path file) {
        if (file == null) {
            return TuningUpdate.defaults();
        }
        return read(file, TuningStart::fromOption);
    }

    /**
     * Reads an overlay and its moment.
     *
     * @param option text of the form T=FILE
     * @return the drop
     * @throws Failure when the text or the file cannot be used
     */
    public static TuningDrop drop(final String option) {
        final int equals = option.indexOf('=');
        if (equals <= 0 || equals == option.length() - 1) {
            throw Failure.badInput("--drop " + option + ": " + DROP_FORM);
        }
        final BigDecimal moment = moment(option, option.substring(0, equals));
        final boolean absolute = moment.compareTo(ABSOLUTE_FROM) >= 0;
        if (moment.signum() < 0 || moment.compareTo(absolute ? LAST_NS : LAST_SECOND) > 0) {
            throw Failure.badInput("--drop " + option + ": the moment is out of range; " + DROP_FORM);
        }
        final Path file = Path.of(option.substring(equals + 1));
        final TuningFile tuning = read(file, TuningStart::read);
        final TuningValues values = tuning.whole();
        final Map<TuningParam, Double> stated = new EnumMap<>(TuningParam.class);
        tuning.stated().forEach(param -> stated.put(param, values.value(param)));
        return new TuningDrop(
                (absolute ? moment : moment.movePointRight(9)).longValue(),
                absolute,
                new TuningSource(SourceKind.DROP, String.valueOf(file.getFileName()), tuning.sha256()),
                stated);
    }

    private static BigDecimal moment(final String option, final String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (final NumberFormatException e) {
            throw Failure.badInput("--drop " + option + ": '" + text + "' is no moment; " + DROP_FORM);
        }
    }

    private static <T> T read(final Path file, final Function<Path, T> reader) {
        try {
            return reader.apply(file);
        } catch (final TuningRefusal e) {
            throw Failure.badInput(e.getMessage() + "; accepted: a tuning file such as config/presets/balanced.json");
        }
    }
}
