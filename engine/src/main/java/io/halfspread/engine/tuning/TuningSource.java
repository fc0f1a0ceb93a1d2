package io.halfspread.engine.tuning;

import io.halfspread.codec.event.SourceKind;
import java.nio.charset.StandardCharsets;

/**
 * Where a parameter set came from. No path is kept, so that a replay elsewhere gives the same bytes.
 *
 * @param kind   kind of source
 * @param name   base name of the source; what exceeds the 64 bytes of the event is cut
 * @param sha256 hash of the source's bytes
 */
public record TuningSource(SourceKind kind, String name, Sha256 sha256) {
    /**
     * The built-in defaults. Their hash is that of a file as {@link TuningValues#toJson()} writes it, which is also the
     * tuning_params.json the project ships.
     *
     * @return the source
     */
    public static TuningSource defaults() {
        final byte[] bytes = TuningValues.defaults().toJson().getBytes(StandardCharsets.UTF_8);
        return new TuningSource(SourceKind.DEFAULTS, "defaults", Sha256.of(bytes));
    }
}
