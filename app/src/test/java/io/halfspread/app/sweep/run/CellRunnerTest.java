package io.halfspread.app.sweep.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Progress;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.app.replay.ReplayRun;
import io.halfspread.app.report.ReplayStudy;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.solver.SolverDesk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellRunnerTest {
    private static final long BLOCK_NS = 10_000_000_000L;
    private static final Map<String, Object> TIGHT = Map.of("half_spread_bps", 1.0, "skew_adjustment_factor", 1.5);

    @TempDir
    Path folder;

    private SweepRig rig;
    private CaptureRef capture;

    @BeforeEach
    void takeASession() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        rig.take(rig.session("one", 3, 60));
        capture = rig.intake().taken().get(0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void shouldGiveWhatAReplayReportsWhenCandidateIsTheDefault() {
        final Outcome outcome = run(Candidate.BASE, FillChoice.TOUCH, 1);

        final ReplayStudy study = new ReplayStudy();
        final ReplayResult replay = replay(FillChoice.TOUCH, study);
        final JsonNode report = StrictJson.parse(
                        JsonOutput.of(study.report(replay, "test", capture.path(), "none")
                                .json()),
                        false)
                .root();
        final JsonNode coin = report.member("by_asset").member("HYPE");
        final CoinOutcome found = outcome.coins().get(0);
        assertEquals(ReplayReport.hex(replay.summary().hash()), ReplayReport.hex(outcome.replayHash()));
        assertEquals(replay.summary().inputs(), outcome.inputs());
        assertTrue(found.traffic().makerFills() > 0, "fills, or nothing is compared");
        assertEquals(usd(coin.member("pnl").member("total")), found.profit().total());
        assertEquals(usd(coin.member("pnl").member("spread")), found.profit().spread());
        assertEquals(usd(coin.member("pnl").member("inventory")), found.profit().inventory());
        assertEquals(usd(coin.member("pnl").member("fees")), found.profit().fees());
        assertEquals(usd(coin.member("pnl").member("funding")), found.profit().funding());
        assertEquals(usd(coin.member("volume")), found.traffic().volume());
        assertEquals(
                coin.member("maker_fills").text(),
                String.valueOf(found.traffic().makerFills()));
        assertEquals(
                coin.member("taker_fills").text(),
                String.valueOf(found.traffic().takerFills()));
        assertEquals(
                coin.member("quotes").text(), String.valueOf(found.traffic().quotes()));
        assertEquals(usd(coin.member("drawdown").member("usd")), found.risk().drawdown());
        assertEquals(usd(report.member("drawdown").member("usd")), outcome.drawdown());
        assertEquals(usd(coin.member("position")), found.risk().position());
        assertEquals(
                coin.member("inventory").member("mean_abs").asDouble(),
                found.risk().meanAbsPosition(),
                1e-9);
        assertEquals(
                coin.member("time_at_touch").member("bid").asDouble(),
                (double) found.market().bidTouch() / found.market().ns(),
                1e-12);
        assertEquals(
                coin.member("time_quoted").member("ask").asDouble(),
                (double) found.market().askNs() / found.market().ns(),
                1e-12);
        final JsonNode markouts =
                coin.member("maker_fills_by_side").member("both").member("markouts_bps");
        assertEquals(
                markouts.member("5s").member("mean").asDouble(), found.markout().meanBps(), 1e-9);
    }

    @Test
    void shouldQuoteAndEarnTheSameWhenHeuristicRunsWithTheSolver() {
        final Cell cell = new Cell(SweepRig.candidate(1, TIGHT), 0, 1);
        final CellRunner runner = rig.runner(FillChoice.QUEUE, BLOCK_NS);
        final CandidateSession session = CandidateSession.of(
                rig.config().session(SessionKind.REPLAY, List.of("HYPE")),
                rig.settings(FillChoice.QUEUE, BLOCK_NS).base(),
                cell.candidate());

        final Outcome without = runner.run(capture, cell);
        final Outcome with = runner.run(capture, cell, session, rig.shared().of(capture), true, () -> false);

        assertTrue(without.coins().get(0).traffic().quotes() > 0);
        assertArrayEquals(with.encode(), without.encode());
    }

    @Test
    void shouldSolveWhenATableQuotes() {
        final Outcome heuristic = run(Candidate.BASE, FillChoice.TOUCH, 1);
        final Outcome solved = run(SweepRig.candidate(1, Map.of("quote_source", "glft")), FillChoice.TOUCH, 1);

        assertTrue(solved.inputs() > heuristic.inputs(), "tables are inputs");
        assertNotEquals(heuristic.replayHash(), solved.replayHash());
    }

    @Test
    void shouldKeepProfitByBlockWhenTimePasses() {
        final Outcome outcome = run(SweepRig.candidate(1, TIGHT), FillChoice.TOUCH, 1);

        final long[] blocks = outcome.blockProfit();
        assertEquals(6, blocks.length);
        assertEquals(outcome.profit().total(), Arrays.stream(blocks).sum());
        assertTrue(Arrays.stream(blocks).filter(block -> block != 0).count() > 2, Arrays.toString(blocks));
    }

    @Test
    void shouldGiveTheLeadingBlocksWhenShareIsSmaller() {
        final Candidate candidate = SweepRig.candidate(1, TIGHT);
        final long[] whole = run(candidate, FillChoice.TOUCH, 1).blockProfit();

        final long[] part = run(candidate, FillChoice.TOUCH, 0.5).blockProfit();

        assertEquals(3, part.length);
        assertArrayEquals(Arrays.copyOf(whole, 2), Arrays.copyOf(part, 2));
    }

    @Test
    void shouldGiveNothingWhenShareHoldsNoEvent() {
        final Outcome outcome = run(Candidate.BASE, FillChoice.TOUCH, Double.MIN_VALUE);

        assertEquals(0, outcome.profit().total());
        assertEquals(1, outcome.coins().size());
        assertEquals(1, outcome.blockProfit().length);
    }

    @Test
    void shouldApplyEverySettingWhenCandidateStatesIt() {
        final CandidateSession session = CandidateSession.of(
                rig.config().session(SessionKind.REPLAY, List.of("HYPE", "BTC")),
                rig.settings(FillChoice.QUEUE, BLOCK_NS).base(),
                SweepRig.candidate(
                        4,
                        Map.of(
                                "quote_source",
                                "blend",
                                "blend_weight",
                                0.25,
                                "half_spread_bps",
                                2.5,
                                "order_size",
                                0.125,
                                "imbalance_depth",
                                3L,
                                "adverse_selection_lambda",
                                0.75)));

        session.opening().instruments().forEach(instrument -> {
            assertEquals("BLEND", instrument.quoting().quoteSource().name());
            assertEquals(0.25, instrument.quoting().blendWeight());
            assertEquals(2.5, instrument.quoting().halfSpreadBps());
            assertEquals(12_500_000, instrument.quoting().orderSize());
            assertEquals(3, instrument.quoting().imbalanceDepth());
        });
        assertEquals(0.75, session.params().values().byKey().get("adverse_selection_lambda"));
        assertEquals(0.5, session.params().values().byKey().get("skew_adjustment_factor"));
        assertTrue(session.needsSolver());
    }

    @Test
    void shouldRefuseWhenCandidateStatesWhatHasNoMeaning() {
        final CellRunner runner = rig.runner(FillChoice.QUEUE, BLOCK_NS);

        assertThrows(
                IllegalArgumentException.class,
                () -> runner.run(capture, new Cell(SweepRig.candidate(1, Map.of("leverage", 3L)), 0, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> runner.run(
                        capture, new Cell(SweepRig.candidate(1, Map.of("skew_adjustment_factor", -1.0)), 0, 1)));
    }

    @Test
    void shouldGiveNoOutcomeWhenItIsAskedToEndEarly() {
        assertEquals(
                null, rig.runner(FillChoice.QUEUE, BLOCK_NS).run(capture, new Cell(Candidate.BASE, 0, 1), () -> true));
    }

    @Test
    void shouldReadBackWhenSettingsAndCapturesAreSentElsewhere() throws IOException {
        final RunSettings settings = rig.settings(FillChoice.QUEUE_OPTIMISTIC, BLOCK_NS);

        assertEquals(settings, RunSettings.of(settings.json()));
        assertEquals(capture, CaptureRef.of(capture.json()));
        assertTrue(Files.exists(capture.path().resolve("manifest.yaml")));
    }

    private Outcome run(final Candidate candidate, final FillChoice fills, final double share) {
        return rig.runner(fills, BLOCK_NS).run(capture, new Cell(candidate, 0, share));
    }

    private ReplayResult replay(final FillChoice fills, final ReplayStudy study) {
        final ReplayRequest request = new ReplayRequest(
                capture.path(),
                rig.config(),
                List.of("HYPE"),
                null,
                List.of(),
                fills,
                FillDelays.none(),
                null,
                ThreadingMode.INVOKED,
                ReplayOptions.DEFAULT_BATCH,
                0,
                null);
        return new ReplayRun(request, "test")
                .run(
                        new Progress(null, false, "test"),
                        () -> false,
                        null,
                        null,
                        new SolverDesk(rig.config().solver()),
                        study.watch());
    }

    private static long usd(final JsonNode number) {
        return new BigDecimal(number.text()).movePointRight(8).longValueExact();
    }
}
