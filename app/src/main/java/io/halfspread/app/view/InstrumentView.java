package io.halfspread.app.view;

import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.StrategySettingsDecoder;

/** What is known of one instrument beside what the engine knows. For one thread. */
public final class InstrumentView {
    private static final int POINTS = 2400;
    private static final int GAPS = 720;
    private static final double SCALE = 1e8;

    private final MarketFigures market = new MarketFigures();
    private final PolicySurface policy = new PolicySurface();
    private final Trail<GapPoint> gaps = new Trail<>(GAPS);
    private final Trail<SeriesPoint> series = new Trail<>(POINTS);
    private double halfSpreadBps;
    private double orderSize;
    private boolean sizesInUsd;

    InstrumentView() {}

    void onStrategy(final StrategySettingsDecoder strategy) {
        halfSpreadBps = strategy.halfSpreadBps();
        orderSize = strategy.orderSize() / SCALE;
        sizesInUsd = strategy.sizesInUsd() == Flag.YES;
    }

    /**
     * What the venue shows.
     *
     * @return live figures
     */
    public MarketFigures market() {
        return market;
    }

    /**
     * The solver's table.
     *
     * @return the surface
     */
    public PolicySurface policy() {
        return policy;
    }

    /**
     * What quoting by the law costs against the best policy.
     *
     * @return reports in their order
     */
    public Trail<GapPoint> gaps() {
        return gaps;
    }

    /**
     * Prices, position and profit over time, four points a second of event time.
     *
     * @return the last ten minutes
     */
    public Trail<SeriesPoint> series() {
        return series;
    }

    /**
     * Half spread of the law.
     *
     * @return bps
     */
    public double halfSpreadBps() {
        return halfSpreadBps;
    }

    /**
     * Size quoted a side as configured.
     *
     * @return base units, or USD if {@link #sizesInUsd()}
     */
    public double orderSize() {
        return orderSize;
    }

    /**
     * Whether sizes are configured in USD.
     *
     * @return true for USD
     */
    public boolean sizesInUsd() {
        return sizesInUsd;
    }
}
