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
 * @param instruments        instruments by index
 */
public record SessionSettings(
        SessionKind kind,
        boolean ownOrdersInBook,
        BudgetMode budgetMode,
        long budgetInitial,
        long maxDrawdownUsd,
        int maxOrdersPerSecond,
        List<Instrument> instruments) {}
