package io.halfspread.app.live;

/**
 * What a trading session noticed of troubles so far.
 *
 * @param losses     connections lost
 * @param unresolved elements of actions whose outcome was lost
 * @param errors     elements of actions that failed
 * @param alerts     alerts of the engine
 * @param duplicates fills that were told again and not counted again
 * @param late       replies that came after their action had its outcome
 * @param resyncs    times the account was asked for and compared
 * @param lines      log lines
 * @param open       actions whose outcome is being found out now
 */
public record SessionSigns(
        long losses,
        long unresolved,
        long errors,
        long alerts,
        long duplicates,
        long late,
        long resyncs,
        long lines,
        long open) {
    /**
     * Everything that shows that something went wrong.
     *
     * @return a sum that never falls
     */
    public long troubles() {
        return losses + unresolved + errors + alerts + duplicates + late;
    }
}
