package io.halfspread.engine.settings;

import io.halfspread.codec.event.InstrumentKind;

/**
 * One instrument of a session.
 *
 * @param coin       venue name, case-sensitive, at most 16 ASCII characters
 * @param kind       perpetual or spot
 * @param szDecimals decimals of a size, 0 to 8; 255 when not known (market data is kept, nothing is quoted)
 * @param assetId    venue's asset id for orders, -1 when not known
 * @param quoting    how it is quoted
 * @param limits     its risk limits
 */
public record Instrument(
        String coin, InstrumentKind kind, int szDecimals, int assetId, QuotingSettings quoting, RiskLimits limits) {}
