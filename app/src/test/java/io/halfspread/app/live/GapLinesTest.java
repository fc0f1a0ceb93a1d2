package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.GapReportEncoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.tuning.TuningParam;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class GapLinesTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);

    @Test
    void shouldBeginAsTheGuideShows() {
        final List<String> lines = GapLines.of(report(3.456, 0.5, 0), "HYPE");

        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "Background HJB Optimization Complete: Heuristic_Value=1.2500, Optimal_Value=1.5000, Gap=3.46%"),
                lines.get(0));
        assertTrue(lines.get(0).contains("HYPE: GapStat=4.00%, Loss=0.1250 USD/h"), lines.get(0));
        assertEquals(
                "Optimal Control (from grid search): ControlVector[\u03b4^b=2.5bps, \u03b4^a=3.0bps, spread=5.5bps, asymmetry=0.5bps]",
                lines.get(1));
    }

    @Test
    void shouldKeepTheSignOfTheGap() {
        assertTrue(GapLines.of(report(-0.25, 0, 0), "HYPE").get(0).contains("Gap=-0.25%"));
    }

    @Test
    void shouldShowTakerRatesWhenTheSearchWantsThem() {
        final List<String> lines = GapLines.of(report(1, 0, 2), "HYPE");

        assertTrue(lines.get(1).endsWith("\u03bd^b=0.000, \u03bd^a=2.000]"), lines.get(1));
    }

    @Test
    void shouldNameTheParameterWhenTheGapIsLarge() {
        final List<String> lines = GapLines.of(report(12, 0, 0), "HYPE");

        assertEquals("WARN HYPE gap 12.00% is above 10%: skew_adjustment_factor moves it most", lines.get(2));
    }

    @Test
    void shouldWarnWhenTheModelIsRefuted() {
        final List<String> lines = GapLines.of(report(1, -4.2, 0), "HYPE");

        assertTrue(
                lines.get(2).startsWith("WARN HYPE model stale: what was earned is -4.2 standard errors"),
                lines.get(2));
    }

    private GapReportDecoder report(final double gapPct, final double modelZ, final double sells) {
        new GapReportEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .instrument(0)
                .source(QuoteSource.HEURISTIC)
                .strongestParam((short) TuningParam.SKEW_ADJUSTMENT_FACTOR.ordinal())
                .heuristicValue(1.25)
                .optimalValue(1.5)
                .gapPct(gapPct)
                .gapLowPct(3)
                .gapHighPct(Double.NaN)
                .stationaryGapPct(4)
                .lossUsdPerHour(0.125)
                .searchBidBps(2.5)
                .searchAskBps(3)
                .searchTakerBuyRate(0)
                .searchTakerSellRate(sells)
                .modelZ(modelZ);
        return new GapReportDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }
}
