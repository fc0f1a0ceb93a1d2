package io.halfspread.app.view;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.Set;

/**
 * A candidate set of tuning parameters, accepted or not.
 *
 * @param ns      event time, ns
 * @param version version that came into force; 0 for a candidate that was refused
 * @param kind    kind of source, in lower case
 * @param name    base name of the source
 * @param sha256  hash of its bytes, hex
 * @param values  values in force from then on; null for a candidate that was refused
 * @param before  values in force until then; null for the first
 * @param changed parameters whose value changed
 * @param reason  why it was refused; empty when it was accepted
 */
public record ParamsPoint(
        long ns,
        long version,
        String kind,
        String name,
        String sha256,
        TuningValues values,
        TuningValues before,
        Set<TuningParam> changed,
        String reason) {}
