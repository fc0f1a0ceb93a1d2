package io.halfspread.app.sweep.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.Outcome;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Sampler;
import io.halfspread.app.sweep.space.SearchMethod;
import io.halfspread.app.sweep.space.SearchPlan;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.app.sweep.space.Trial;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerdictsTest {
    private static final Goal PROFIT = Goal.of("pnl", List.of());
    private static final JudgeSettings SETTINGS = new JudgeSettings(11, 400, 4, 0, false);

    @TempDir
    private Path folder;

    private Space space;
    private List<Candidate> candidates;

    @BeforeEach
    void searchASpace() throws IOException {
        space = Space.read(Files.writeString(folder.resolve("space.json"), """
                {"skew_adjustment_factor": {"from": 0, "to": 2}, "half_spread_bps": {"from": 2, "to": 12},
                 "quote_source": ["heuristic", "glft"]}
                """));
        candidates = Sampler.of(new SearchPlan(SearchMethod.SOBOL, 60, 3), space).next(List.of()).stream()
                .map(Trial::candidate)
                .toList();
    }

    private static double skew(final Candidate candidate) {
        return candidate.isBase() ? 0 : (Double) candidate.values().get("skew_adjustment_factor");
    }

    private Judgement judge(final SyntheticOutcomes made, final Goal goal) {
        return Verdicts.of(space, made.captures(), made.trials(), made.outcomes(), goal, SETTINGS);
    }

    private SyntheticOutcomes made(final int captures, final int blocks, final ToDoubleFunction<Candidate> edge) {
        return new SyntheticOutcomes(candidates, captures, blocks, edge, 5);
    }

    @Test
    void shouldFindAPlantedWinner() {
        final Judgement judgement = judge(made(2, 150, candidate -> candidate.index() == 17 ? 0.5 : 0), PROFIT);

        assertTrue(judgement.verdict().distinguishable());
        assertEquals(17, judgement.winner().candidate().index());
        assertTrue(judgement.verdict().sentence().startsWith("Set 17 is distinguishable from the default: p = 0.00"));
        assertEquals(150, judgement.winner().gain().value(), 40);
        assertEquals(0.7 * Math.sqrt(300), judgement.winner().gain().error(), 4);
        assertTrue(judgement.ofGain().probability() > 0.99);
        assertTrue(judgement.forward().splits().stream().allMatch(split -> split.chosen() == 17));
        assertTrue(judgement.forward().gain().low() > 0);
        assertTrue(judgement.stability().stretches().stream().allMatch(stretch -> stretch.best() == 17));
        assertEquals("capture", judgement.stability().kind());
    }

    @Test
    void shouldNotTellLuckFromTheDefault() {
        final Judgement judgement = judge(made(1, 200, candidate -> 0), PROFIT);

        assertFalse(judgement.verdict().distinguishable());
        assertTrue(judgement.winner().gain().value() > 0, "the best of sixty looks good");
        assertTrue(judgement.verdict().sentence().startsWith("No set is distinguishable from the default: p = 0."));
        assertTrue(judgement.check().chosen() > 0.05);
        assertTrue(judgement.check().lower() <= judgement.check().consistent());
        assertTrue(judgement.check().consistent() <= judgement.check().upper());
        assertTrue(judgement.ofGain().probability() < 0.95);
        assertEquals("quarter", judgement.stability().kind());
        assertEquals(0, judgement.stability().correlation(), 0.3);
    }

    @Test
    void shouldSayWhatAParameterDoes() {
        final Judgement judgement = judge(made(1, 100, candidate -> -skew(candidate)), PROFIT);

        final Sensitivity first = judgement.sensitivity().get(0);
        assertEquals("skew_adjustment_factor", first.parameter());
        assertTrue(first.share() > 0.8, first.toString());
        assertTrue(first.low() <= first.share() && first.share() <= first.high());
        assertTrue(judgement.sensitivity().get(2).share() < 0.2);
        assertTrue(first.parts().get(0).mean() > first.parts().get(5).mean());
        assertEquals(3, judgement.heatMaps().size());
        assertEquals(
                60,
                Arrays.stream(judgement.heatMaps().get(0).counts())
                        .flatMapToInt(Arrays::stream)
                        .sum());
    }

    @Test
    void shouldSayThatTheDefaultIsBest() {
        final Judgement judgement = judge(made(1, 100, candidate -> candidate.isBase() ? 1 : 0), PROFIT);

        assertEquals(
                "The default is the best of the 60 sets tried and itself.",
                judgement.verdict().sentence());
        assertFalse(judgement.verdict().distinguishable());
        assertEquals(0, judgement.winner().gain().value());
        assertTrue(StrictJson.parse(JsonOutput.of(judgement.json()), false).valid());
    }

    @Test
    void shouldRefuseToTellFromTooLittleData() {
        final Judgement judgement = judge(made(1, 12, candidate -> candidate.index() == 17 ? 2 : 0), PROFIT);

        assertTrue(judgement
                .verdict()
                .sentence()
                .startsWith("Too little data to tell set 17 from the default: 12 blocks"));
        assertFalse(judgement.verdict().distinguishable());
        assertEquals(
                List.of("12 blocks are few: error bars are too small."),
                judgement.verdict().cautions());
    }

    @Test
    void shouldWarnOfASteeredSearchAndOfTheEndOfARange() {
        final List<Candidate> few = List.of(
                Candidate.BASE, new Candidate(1, Map.of("skew_adjustment_factor", 2.0, "half_spread_bps", 4.0)));
        final SyntheticOutcomes made = new SyntheticOutcomes(few, 1, 200, candidate -> candidate.index(), 5);

        final List<String> cautions = Verdicts.of(
                        space,
                        made.captures(),
                        made.trials(),
                        made.outcomes(),
                        PROFIT,
                        new JudgeSettings(1, 200, 4, 0, SearchMethod.CMAES.steered()))
                .verdict()
                .cautions();

        assertEquals(2, cautions.size());
        assertTrue(cautions.get(0).startsWith("The search was led by the same data: p is too small"));
        assertTrue(cautions.get(1).startsWith("The winner lies at the end of the range of skew_adjustment_factor:"));
    }

    @Test
    void shouldLeaveOutWhatBreaksAConstraint() {
        final SyntheticOutcomes made = made(1, 60, candidate -> candidate.index() == 17 ? 2 : 0);

        final Judgement kept = judge(made, Goal.of("pnl", List.of("position_usd<=30")));
        final Judgement none = judge(made, Goal.of("pnl", List.of("fills>=101", "drawdown<=0.5")));

        assertTrue(kept.winner().candidate().index() <= 10);
        assertEquals(10, kept.sample().kept());
        assertEquals(
                "Neither the default nor any of the 60 sets tried keeps the constraints.",
                none.verdict().sentence());
    }

    @Test
    void shouldJudgeAlikeWhateverTheOrderOfOutcomes() {
        final SyntheticOutcomes made = made(3, 40, VerdictsTest::skew);
        final List<Outcome> reversed = new ArrayList<>(made.outcomes());
        Collections.reverse(reversed);
        final List<Trial> trials = new ArrayList<>(made.trials());
        Collections.reverse(trials);

        final String json = JsonOutput.of(judge(made, PROFIT).json());
        final String again = JsonOutput.of(Verdicts.of(space, made.captures(), trials, reversed, PROFIT, SETTINGS)
                .json());

        assertEquals(json, again);
        assertTrue(StrictJson.parse(json, false).valid());
    }

    @Test
    void shouldMergeBlocksOfALongTime() {
        final SyntheticOutcomes made =
                new SyntheticOutcomes(candidates.subList(0, 4), 3, 1500, candidate -> 0.1 * candidate.index(), 5);

        final Judgement judgement = judge(made, PROFIT);

        assertEquals(1500, judgement.sample().blocks());
        assertEquals(180_000_000_000L, judgement.sample().blockNs());
        assertEquals(judgement.winner().totals().pnl(), judgement.winner().pnl().value(), 1e-6);
    }
}
