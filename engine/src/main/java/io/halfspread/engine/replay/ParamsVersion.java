package io.halfspread.engine.replay;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.Locale;

/**
 * A parameter set that came into force in a session.
 *
 * @param version  version from 1
 * @param sha256   64 hexadecimal digits, hash of the source's bytes
 * @param sequence ring sequence of the event
 * @param source   kind and base name of the source, as in "drop volatile.json"
 */
public record ParamsVersion(long version, String sha256, long sequence, String source) {
    /**
     * Describes an update.
     *
     * @param update   the update
     * @param sequence ring sequence of its event
     * @return what reports say of it
     */
    public static ParamsVersion of(final TuningUpdate update, final long sequence) {
        final TuningSource source = update.source();
        final String kind = source.kind().name().toLowerCase(Locale.ROOT);
        return new ParamsVersion(
                update.version(),
                source.sha256().hex(),
                sequence,
                source.kind() == SourceKind.DEFAULTS ? kind : kind + " " + source.name());
    }
}
