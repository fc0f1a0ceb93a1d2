package io.halfspread.gateway.tuning;

import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningUpdate;
import java.time.Instant;
import java.util.Set;

/**
 * One accepted version as the ledger keeps it.
 *
 * @param time    when it was accepted
 * @param update  version, source, all values in force, and what the source stated
 * @param changed parameters whose value differs from the version before
 */
public record LedgerEntry(Instant time, TuningUpdate update, Set<TuningParam> changed) {}
