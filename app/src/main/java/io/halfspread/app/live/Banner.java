package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.machine.ConfiguredCores;
import io.halfspread.app.report.Decimals;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a session says when it starts: what it trades, how, and what may change while it runs. */
final class Banner {
    private static final double BPS_PER_PERCENT = 100;

    private Banner() {}

    /** The lines. */
    static List<String> lines(final SessionPlan plan) {
        final HalfspreadConfig config = plan.config();
        final List<String> lines = new ArrayList<>();
        lines.add("=== Halfspread " + plan.build() + ": market maker, "
                + plan.mode().name().toLowerCase(Locale.ROOT) + " mode ===");
        lines.add("Venue: " + plan.access().baseUrl() + ", "
                + plan.access().network().name().toLowerCase(Locale.ROOT)
                + (plan.access().account().isEmpty()
                        ? ""
                        : ", account " + plan.access().account()));
        for (final Instrument instrument : plan.settings().instruments()) {
            final QuotingSettings quoting = instrument.quoting();
            final String unit = quoting.sizesInUsd() ? " USD" : "";
            lines.add("Asset: " + instrument.coin());
            lines.add("Target liquidity per side: " + plain(quoting.orderSize()) + unit);
            lines.add("Half spread: " + number(quoting.halfSpreadBps()) + " bps");
            lines.add("Max position: " + plain(quoting.maxPosition()) + unit);
        }
        lines.add("Features: " + features(plan, config));
        lines.add("Hot reload: on; " + config.text(ConfigOption.PATHS_PARAMS) + " and "
                + config.text(ConfigOption.PATHS_DROPS) + "/*.json are watched, changes apply at once");
        lines.add("Threads: " + threads(config));
        lines.add("Capture: " + plan.folder());
        return lines;
    }

    private static String threads(final HalfspreadConfig config) {
        final String pins = new ConfiguredCores(config).text();
        return config.text(ConfigOption.THREADING) + ", idle " + config.text(ConfigOption.IDLE) + ", "
                + (pins.isEmpty() ? "on any core" : pins);
    }

    private static String features(final SessionPlan plan, final HalfspreadConfig config) {
        final List<String> features = new ArrayList<>();
        features.add("quotes by the " + config.text(ConfigOption.QUOTING_SOURCE) + " law, post-only");
        features.add(
                config.flag(ConfigOption.TAKER_ENABLED)
                        ? "takers above the urgency threshold, slippage at most "
                                + number(plan.settings()
                                                .instruments()
                                                .get(0)
                                                .quoting()
                                                .takerSlippageBps()
                                        / BPS_PER_PERCENT)
                                + " %"
                        : "no takers");
        features.add("risk limits inside the engine");
        features.add("deterministic capture and replay");
        if (plan.mode() == SessionMode.PAPER) {
            features.add("orders filled by the local model");
        }
        return String.join("; ", features);
    }

    private static String plain(final long decimal8) {
        return Decimals.of(decimal8).toPlainString();
    }

    private static String number(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
