package io.halfspread.app.sweep.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.judge.Goal;
import io.halfspread.app.sweep.judge.JudgeSettings;
import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.judge.SyntheticOutcomes;
import io.halfspread.app.sweep.judge.Verdicts;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Sampler;
import io.halfspread.app.sweep.space.SearchMethod;
import io.halfspread.app.sweep.space.SearchPlan;
import io.halfspread.app.sweep.space.Space;
import io.halfspread.app.sweep.space.Trial;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepPageTest {
    private static final SweepFacts FACTS = new SweepFacts(
            "HYPE",
            List.of("night-0: 2026-01-07, 40 blocks"),
            List.of("night-9 is left out: <gap> of 120 s"),
            Map.of("command", "halfspread sweep captures --space space.json"));

    private static Judgement judgement(final Path folder, final Goal goal) throws IOException {
        final Space space = Space.read(Files.writeString(folder.resolve("space.json"), """
                {"skew_adjustment_factor": {"from": 0, "to": 2}, "half_spread_bps": {"from": 2, "to": 12},
                 "imbalance_depth": {"from": 1, "to": 20}, "quote_source": ["heuristic", "glft"]}
                """));
        final List<Candidate> candidates =
                Sampler.of(new SearchPlan(SearchMethod.SOBOL, 90, 3), space).next(List.of()).stream()
                        .map(Trial::candidate)
                        .toList();
        final SyntheticOutcomes made = new SyntheticOutcomes(candidates, 3, 40, SweepPageTest::edge, 5);
        return Verdicts.of(
                space, made.captures(), made.trials(), made.outcomes(), goal, new JudgeSettings(1, 200, 4, 0, false));
    }

    private static double edge(final Candidate candidate) {
        return candidate.isBase() ? 0 : -Math.abs((Double) candidate.values().get("half_spread_bps") - 6) / 8 + 0.3;
    }

    @Test
    void shouldWriteOneFileWithEverything(@TempDir final Path folder) throws IOException {
        final Judgement judgement = judgement(folder, Goal.of("pnl", List.of("drawdown<=40")));

        final Path page = SweepPage.write(folder, judgement, FACTS);

        final String html = Files.readString(page);
        assertTrue(html.contains(judgement.verdict().sentence()));
        assertTrue(html.contains("&lt;gap&gt; of 120 s"));
        assertTrue(html.contains("Objective by half_spread_bps"));
        assertEquals(
                6,
                Pattern.compile("<table class=\"heat\">")
                        .matcher(html)
                        .results()
                        .count());
        assertFalse(Pattern.compile("src=|href=\"[^#]|url\\(|@import|<script")
                .matcher(html)
                .find());
        assertFalse(html.contains("NaN") || html.contains("Infinity"));
        final JsonDocument json = StrictJson.parse(Files.readString(folder.resolve(SweepPage.JSON)), false);
        assertTrue(json.valid());
        assertEquals(
                judgement.verdict().sentence(),
                json.root().member("verdict").member("sentence").text());
        assertEquals(1, json.root().member("left_out").elements().size());
    }

    @Test
    void shouldOpenAndCloseEveryElement(@TempDir final Path folder) throws IOException {
        final String html = SweepPage.html(judgement(folder, Goal.of("pnl", List.of())), FACTS);

        for (final String element : List.of("div", "table", "tr", "td", "section", "figure", "svg", "ul", "dl", "p")) {
            assertEquals(
                    Pattern.compile("<" + element + "[ >]")
                            .matcher(html)
                            .results()
                            .count(),
                    Pattern.compile("</" + element + ">")
                            .matcher(html)
                            .results()
                            .count(),
                    element);
        }
    }
}
