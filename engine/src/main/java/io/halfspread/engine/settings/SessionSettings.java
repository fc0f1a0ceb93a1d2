package io.halfspread.engine.settings;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.SessionKind;
import java.util.List;

/**
 * What a session is opened with.
 *
 * @param kind               where its events come from
 * @param ownOrdersInBook    whether the venue's book shows our resting orders
 * @param budgetMode         how requests are rationed
 * @param budgetInitial      requests available at the start
 * @param maxDrawdownUsd     loss from the high-water mark that stops quoting, decimal8; {@link Long#MIN_VALUE} for none
 * @param maxOrdersPerSecond order actions in any second over all instruments; 0 for no limit
 * @param safety             further limits of the session
 * @param instruments        instruments by index
 */
public record SessionSettings(
        SessionKind kind,
        boolean ownOrdersInBook,
        BudgetMode budgetMode,
        long budgetInitial,
        long maxDrawdownUsd,
        int maxOrdersPerSecond,
        SafetyLimits safety,
        List<Instrument> instruments) {
    /**
     * Settings with the further limits at their defaults.
     *
     * @param kind               where its events come from
     * @param ownOrdersInBook    whether the venue's book shows our resting orders
     * @param budgetMode         how requests are rationed
     * @param budgetInitial      requests available at the start
     * @param maxDrawdownUsd     loss from the high-water mark that stops quoting, decimal8
     * @param maxOrdersPerSecond order actions in any second over all instruments; 0 for no limit
     * @param instruments        instruments by index
     */
    public SessionSettings(
            final SessionKind kind,
            final boolean ownOrdersInBook,
            final BudgetMode budgetMode,
            final long budgetInitial,
            final long maxDrawdownUsd,
            final int maxOrdersPerSecond,
            final List<Instrument> instruments) {
        this(
                kind,
                ownOrdersInBook,
                budgetMode,
                budgetInitial,
                maxDrawdownUsd,
                maxOrdersPerSecond,
                SafetyLimits.DEFAULTS,
                instruments);
    }
}
