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
 * @param guard              how the session guards the account
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
        GuardSettings guard,
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
                GuardSettings.NONE,
                instruments);
    }

    /**
     * The same settings with other limits.
     *
     * @param limits further limits of the session
     * @return the settings
     */
    public SessionSettings with(final SafetyLimits limits) {
        return new SessionSettings(
                kind,
                ownOrdersInBook,
                budgetMode,
                budgetInitial,
                maxDrawdownUsd,
                maxOrdersPerSecond,
                limits,
                guard,
                instruments);
    }

    /**
     * The same settings with other instruments.
     *
     * @param others instruments by index
     * @return the settings
     */
    public SessionSettings with(final List<Instrument> others) {
        return new SessionSettings(
                kind,
                ownOrdersInBook,
                budgetMode,
                budgetInitial,
                maxDrawdownUsd,
                maxOrdersPerSecond,
                safety,
                guard,
                others);
    }

    /**
     * The same settings guarded in another way.
     *
     * @param other how the session guards the account
     * @return the settings
     */
    public SessionSettings with(final GuardSettings other) {
        return new SessionSettings(
                kind,
                ownOrdersInBook,
                budgetMode,
                budgetInitial,
                maxDrawdownUsd,
                maxOrdersPerSecond,
                safety,
                other,
                instruments);
    }

    /**
     * The same settings with another budget.
     *
     * @param initial requests available at the start
     * @return the settings
     */
    public SessionSettings withBudget(final long initial) {
        return new SessionSettings(
                kind,
                ownOrdersInBook,
                budgetMode,
                initial,
                maxDrawdownUsd,
                maxOrdersPerSecond,
                safety,
                guard,
                instruments);
    }
}
