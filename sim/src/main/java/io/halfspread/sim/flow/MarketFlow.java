package io.halfspread.sim.flow;

import io.halfspread.sim.Draws;
import io.halfspread.sim.FairPrice;
import io.halfspread.sim.LotSize;
import io.halfspread.sim.PriceGrid;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.InstrumentConfig;

/**
 * All participants of one instrument, asked before each block for what they want to do in it. Equal seeds, block times and
 * client orders give equal markets. Used by the thread of the exchange.
 */
public final class MarketFlow implements Flow {
    private static final double MS_PER_S = 1000.0;
    private static final double FIRST_BLOCK_S = 0.07;
    private static final double ORACLE_STEP_S = 3.0;
    private static final double ORACLE_FOLLOW = 0.3;

    private final Exchange exchange;
    private final int asset;
    private final FairPrice fair;
    private final PriceGrid grid;
    private final MakerCrowd makers;
    private final TakerCrowd takers;
    private double oracle;
    private double sinceOracleS;
    private long lastMs;

    /**
     * Participants with accounts of their own.
     *
     * @param exchange where they trade
     * @param asset    index of the instrument
     * @param seed     of all their draws
     */
    public MarketFlow(final Exchange exchange, final int asset, final long seed) {
        final InstrumentConfig instrument = exchange.config().instruments().get(asset);
        final Draws draws = new Draws(seed);
        this.exchange = exchange;
        this.asset = asset;
        grid = new PriceGrid(instrument.szDecimals());
        final LotSize lotSize = new LotSize(instrument.szDecimals());
        oracle = instrument.startPx();
        fair = new FairPrice(instrument.startPx(), draws.split());
        makers = new MakerCrowd(exchange, asset, grid, lotSize, draws.split());
        takers = new TakerCrowd(exchange, asset, grid, lotSize, draws.split());
    }

    @Override
    public void beforeBlock(final long timeMs) {
        final double seconds = lastMs == 0L ? FIRST_BLOCK_S : Math.max(1L, timeMs - lastMs) / MS_PER_S;
        lastMs = timeMs;
        fair.advance(seconds);
        makers.act(fair);
        takers.act(fair, seconds);
        sinceOracleS += seconds;
        if (sinceOracleS >= ORACLE_STEP_S) {
            sinceOracleS = 0.0;
            oracle += ORACLE_FOLLOW * (fair.value() - oracle);
            exchange.oracle(asset, grid.floor(Math.max(1L, (long) oracle)));
        }
    }
}
