package io.halfspread.sim.server;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.exchange.InstrumentConfig;

/** Decimals, leverage and a price near the real one for coins by their name. */
final class Presets {
    private Presets() {}

    static InstrumentConfig instrument(final String name) {
        return switch (name) {
            case "BTC" -> of(name, 5, 40, 84_000);
            case "ETH" -> of(name, 4, 25, 2600);
            case "SOL" -> of(name, 2, 20, 140);
            default -> of(name, 2, 10, 40);
        };
    }

    private static InstrumentConfig of(
            final String name, final int szDecimals, final int maxLeverage, final long price) {
        return new InstrumentConfig(name, szDecimals, maxLeverage, price * Decimal8.ONE);
    }
}
