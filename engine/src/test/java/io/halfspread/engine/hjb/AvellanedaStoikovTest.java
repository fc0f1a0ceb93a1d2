package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published tables of Avellaneda and Stoikov (Quantitative Finance 8(3), 2008, tables 1 to 3), by simulation as in the
 * paper: 200 steps, mid moving by sigma sqrt(dt) either way, fills with probability lambda dt itself.
 */
class AvellanedaStoikovTest {
    private static final int PATHS = 4000;
    private static final int PAPER_PATHS = 1000;
    private static final double SIGMA = 2;
    private static final double RATE = 140;
    private static final double DECAY = 1.5;
    private static final double STEP = 0.005;
    private static final int STEPS = 200;

    private final SplittableRandom random = new SplittableRandom(2008);

    @ParameterizedTest
    @CsvSource({
        "0.1,true,1.49,65.0,6.6,0.08,2.9",
        "0.1,false,1.49,68.4,12.7,0.26,8.4",
        "0.01,true,1.35,68.6,8.7,0.12,5.1",
        "0.01,false,1.35,68.8,12.8,0.09,8.7",
        "1,true,3.02,31.4,5.0,0.02,1.7",
        "1,false,3.02,44.0,11.0,0.00,5.1"
    })
    void shouldGiveThePublishedTables(
            final double gamma,
            final boolean leaning,
            final double spread,
            final double profit,
            final double deviation,
            final double finalLots,
            final double lotsDeviation) {
        final Sample profits = new Sample();
        final Sample lots = new Sample();
        final double constant = gamma * SIGMA * SIGMA / 2 + 2 / gamma * Math.log(1 + gamma / DECAY);
        for (int i = 0; i < Sample.paths(PATHS); i++) {
            path(gamma, leaning, constant, profits, lots);
        }

        final String row = "gamma " + gamma + (leaning ? " inventory" : " symmetric");
        profits.tell("Avellaneda-Stoikov, " + row + ", profit", profit);
        lots.tell("  final q", finalLots);
        assertEquals(spread, constant + gamma * SIGMA * SIGMA * STEP / 2, 0.0151);
        assertEquals(profit, profits.mean(), 3 * deviation / Math.sqrt(PAPER_PATHS), row);
        assertEquals(0, lots.mean(), 3 * lotsDeviation / Math.sqrt(PAPER_PATHS) + 0.3, row);
        assertEquals(deviation, profits.deviation(), 0.15 * deviation, row);
        assertEquals(lotsDeviation, lots.deviation(), 0.15 * lotsDeviation, row);
    }

    private void path(
            final double gamma, final boolean leaning, final double constant, final Sample profits, final Sample lots) {
        double mid = 100;
        double cash = 0;
        int held = 0;
        for (int step = 0; step < STEPS; step++) {
            final double left = 1 - step * STEP;
            final double risk = gamma * SIGMA * SIGMA * left;
            final double half = (leaning ? risk + 2 / gamma * Math.log(1 + gamma / DECAY) : constant) / 2;
            final double centre = leaning ? -held * risk : 0;
            final double bid = half - centre;
            final double ask = half + centre;
            final boolean bought = happens(bid);
            final boolean sold = happens(ask);
            cash += (sold ? mid + ask : 0) - (bought ? mid - bid : 0);
            held += (bought ? 1 : 0) - (sold ? 1 : 0);
            mid += random.nextBoolean() ? SIGMA * Math.sqrt(STEP) : -SIGMA * Math.sqrt(STEP);
        }
        profits.add(cash + held * mid);
        lots.add(held);
    }

    private boolean happens(final double offset) {
        return random.nextDouble() < Math.min(RATE * Math.exp(-DECAY * offset) * STEP, 1);
    }
}
