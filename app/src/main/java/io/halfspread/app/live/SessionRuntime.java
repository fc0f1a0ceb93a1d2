package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.machine.ConfiguredCores;
import io.halfspread.app.machine.ThreadPin;
import io.halfspread.engine.agent.Idling;
import io.halfspread.engine.agent.ThreadPlacement;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.session.ConnectionBudget;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochNanoClock;

/**
 * On what clock and which threads a session runs.
 *
 * @param clocks       a clock for each thread that asks, all showing the same time
 * @param threading    which threads step the hot agents and the journal
 * @param idling       what they do without work
 * @param placement    where they run, telling of each thread that was put on a core
 * @param warmth       what is rehearsed
 * @param sideThreads  whether control, queries and observer have threads of their own; else the caller steps them
 * @param marketBudget connections of market data and account, for the ingress thread
 * @param orderBudget  connections of orders, for the egress thread
 */
public record SessionRuntime(
        Supplier<EpochNanoClock> clocks,
        ThreadingMode threading,
        Idling idling,
        Function<Consumer<ThreadPin>, ThreadPlacement> placement,
        Warmth warmth,
        boolean sideThreads,
        ConnectionBudget marketBudget,
        ConnectionBudget orderBudget) {
    private static final int MARKET_PER_MINUTE = 18;
    private static final int MARKET_AT_ONCE = 6;
    private static final int ORDERS_PER_MINUTE = 6;
    private static final int ORDERS_AT_ONCE = 2;

    /**
     * The system's clock and threads as configured; connections within what the venue allows an address.
     *
     * @param config names threads, idling and cores
     * @return the runtime
     */
    public static SessionRuntime of(final HalfspreadConfig config) {
        final WallClock clock = WallClock.ofSystem();
        return new SessionRuntime(
                clock::twin,
                ThreadingMode.valueOf(config.text(ConfigOption.THREADING).toUpperCase(Locale.ROOT)),
                Idling.valueOf(config.text(ConfigOption.IDLE).toUpperCase(Locale.ROOT)),
                new ConfiguredCores(config)::telling,
                Warmth.of(config),
                true,
                new ConnectionBudget(MARKET_PER_MINUTE, MARKET_AT_ONCE),
                new ConnectionBudget(ORDERS_PER_MINUTE, ORDERS_AT_ONCE));
    }
}
