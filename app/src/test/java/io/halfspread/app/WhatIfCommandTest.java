package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped session, and captures made of it, with and without a change. */
final class WhatIfCommandTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final Path SESSION = HOME.resolve("config/sessions/hype-synthetic.gz");
    private static final long FIRST_NS = 1_790_856_000_000_000_000L;

    @TempDir
    private static Path folder;

    private static Path capture;
    private static Path wide;
    private static Cli.Ran frames;
    private static Cli.Ran session;

    @BeforeAll
    static void prepare() throws IOException {
        capture = folder.resolve("capture");
        assertEquals(
                0,
                Cli.run("replay", SESSION, "--asset", "HYPE", "--out", capture).exitCode());
        wide = folder.resolve("wide.json");
        Files.writeString(wide, "{\"adverse_selection_adjustment_factor\": 2, \"skew_adjustment_factor\": 2}");
        frames = whatIf(SESSION, "--asset", "HYPE", "--drop", "45=" + wide);
        session = whatIf(capture, "--drop", "45=" + wide);
        assertEquals(0, frames.exitCode(), frames.err());
        assertEquals(0, session.exitCode(), session.err());
    }

    private static Cli.Ran whatIf(final Object... args) {
        final Object[] all = new Object[args.length + 2];
        all[0] = "what-if";
        System.arraycopy(args, 0, all, 1, args.length);
        all[all.length - 1] = "--json";
        return Cli.run(all);
    }

    private static JsonNode at(final JsonNode json, final String... path) {
        JsonNode node = json;
        for (final String member : path) {
            node = node.member(member);
        }
        return node;
    }

    private static void assertNothingDiffers(final JsonNode rule) {
        assertEquals(JsonNode.Kind.NULL, rule.member("first_diverging_quote").kind());
        rule.member("total").members().forEach(row -> assertZero(row.key(), row.value()));
        at(rule, "by_asset", "HYPE").members().stream()
                .filter(row -> row.value().kind() == JsonNode.Kind.OBJECT
                        && row.value().members().stream()
                                .anyMatch(member -> member.key().equals("delta")))
                .forEach(row -> assertZero(row.key(), row.value()));
        assertEquals("0", at(rule, "fills", "gained", "count").text());
        assertEquals("0", at(rule, "fills", "lost", "count").text());
        assertNotEquals("0", at(rule, "fills", "kept").text());
    }

    private static void assertZero(final String figure, final JsonNode row) {
        final JsonNode delta = row.member("delta");
        assertTrue(delta.kind() == JsonNode.Kind.NULL || Double.parseDouble(delta.text()) == 0, figure);
    }

    @Test
    void shouldFindNothingDifferentWhenNothingChanges() {
        final Cli.Ran ran = whatIf(SESSION, "--asset", "HYPE");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("no change given"), ran.err());
        for (final String name : List.of("pessimistic", "optimistic")) {
            final JsonNode rule = at(ran.json(), "rules", name);
            assertNothingDiffers(rule);
            assertEquals(
                    at(rule, "baseline", "hash").text(),
                    at(rule, "change", "hash").text());
        }
    }

    @Test
    void shouldHaveTheHashesOfReplaysWhenMarketDataIsReplayed() {
        final Cli.Ran baseline = Cli.run("replay", SESSION, "--asset", "HYPE", "--fills", "queue", "--json");
        final Cli.Ran change =
                Cli.run("replay", SESSION, "--asset", "HYPE", "--fills", "queue", "--drop", "45=" + wide, "--json");

        for (final String rule : List.of("pessimistic", "optimistic")) {
            assertEquals(baseline.text("band", rule, "hash"), frames.text("rules", rule, "baseline", "hash"));
            assertEquals(change.text("band", rule, "hash"), frames.text("rules", rule, "change", "hash"));
            assertEquals(
                    Double.parseDouble(change.text("band", rule, "pnl"))
                            - Double.parseDouble(baseline.text("band", rule, "pnl")),
                    Double.parseDouble(frames.text("rules", rule, "pnl_delta", "mean")),
                    1e-7);
        }
    }

    @Test
    void shouldFindNothingDifferentWhenADropStatesWhatIsInForce() throws IOException {
        final Path same = folder.resolve("same.json");
        Files.writeString(same, "{\"skew_adjustment_factor\": 0.5}");

        assertNothingDiffers(
                at(whatIf(SESSION, "--asset", "HYPE", "--drop", "30=" + same).json(), "rules", "pessimistic"));
        assertNothingDiffers(at(whatIf(capture, "--drop", "30=" + same).json(), "rules", "pessimistic"));
    }

    @Test
    void shouldDivergeAtTheDropWhenItMovesQuotesAtOnce() {
        for (final Cli.Ran ran : List.of(frames, session)) {
            final JsonNode first = at(ran.json(), "rules", "pessimistic", "first_diverging_quote");
            final JsonNode changed = at(ran.json(), "rules", "pessimistic", "params_versions", "b");

            assertEquals(
                    changed.elements().get(1).member("from_ns").text(),
                    first.member("event_ns").text());
            assertEquals(
                    changed.elements().get(1).member("seq").text(),
                    at(first, "b", "seq").text());
            assertTrue(
                    first.member("causes").elements().stream()
                            .anyMatch(cause -> cause.text()
                                    .equals("parameter skew_adjustment_factor: 0.5 in baseline, 2.0 in change")),
                    first.member("causes").elements()::toString);
        }
    }

    @Test
    void shouldGiveEveryFillItsCauseWhenFillsComeAndGo() {
        final JsonNode rule = at(frames.json(), "rules", "pessimistic");
        for (final String way : List.of("gained", "lost")) {
            final JsonNode some = at(rule, "fills", way);
            final long count = Long.parseLong(some.member("count").text());
            assertTrue(count > 0, way);
            assertEquals(
                    count,
                    some.member("causes").members().stream()
                            .mapToLong(cause ->
                                    Long.parseLong(cause.value().member("count").text()))
                            .sum());
            for (final JsonNode fill : some.member("first").elements()) {
                assertFalse(fill.member("why").text().isEmpty());
                assertNotEquals(
                        way.equals("gained") ? "farther" : "nearer",
                        fill.member("cause").text());
            }
        }
        assertEquals(
                Long.parseLong(at(rule, "total", "maker_fills", "delta").text())
                        + Long.parseLong(
                                at(rule, "total", "taker_fills", "delta").text()),
                Long.parseLong(at(rule, "fills", "gained", "count").text())
                        - Long.parseLong(at(rule, "fills", "lost", "count").text()),
                "no fill of this session is one of two parts");
    }

    @Test
    void shouldLetTheRecordAnswerUntilTheDropWhenASessionWasRecorded() {
        final Cli.Ran ran = session;

        assertEquals("replay", ran.text("proof", "kind"));
        assertEquals("306aa7af96172383", ran.text("proof", "hash"));
        final JsonNode model = ran.json().member("model_against_record");
        assertTrue(ran.text("compared").contains("as recorded until the first drop"), ran.text("compared"));
        final JsonNode first = model.member("first_diverging_quote");
        assertTrue(
                first.kind() == JsonNode.Kind.NULL
                        || Long.parseLong(first.member("event_ns").text()) >= FIRST_NS + 45_000_000_000L,
                "the model changes nothing before the drop");
        assertNotEquals(
                "0", ran.text("rules", "pessimistic", "change", "skipped_account_events"), "the model took over");
    }

    @Test
    void shouldGiveTheSameAnswerWhenFramesWereImportedBefore() {
        final Path imported = folder.resolve("imported");
        assertEquals(0, Cli.run("import", SESSION, "-o", imported).exitCode());

        final Cli.Ran ran = whatIf(imported, "--asset", "HYPE", "--drop", "45=" + wide);

        assertEquals("import", ran.text("proof", "kind"));
        assertEquals(
                frames.text("band", "total", "pessimistic", "mean"), ran.text("band", "total", "pessimistic", "mean"));
        assertEquals(
                frames.text("rules", "pessimistic", "fills", "gained", "count"),
                ran.text("rules", "pessimistic", "fills", "gained", "count"));
    }

    @Test
    void shouldRefuseWhenTheCaptureDoesNotVerify() throws IOException {
        final Path damaged = folder.resolve("damaged");
        assertEquals(
                0,
                Cli.run("replay", SESSION, "--asset", "HYPE", "--out", damaged).exitCode());
        final Path segment;
        try (Stream<Path> files = Files.list(damaged)) {
            segment = files.filter(file -> file.getFileName().toString().startsWith("segment"))
                    .findFirst()
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(50_000);
            final int before = file.read();
            file.seek(50_000);
            file.write(before ^ 1);
        }

        final Cli.Ran ran = Cli.run("what-if", damaged, "--drop", "30=" + wide);

        assertEquals(1, ran.exitCode());
        assertTrue(ran.isOneLineOfError() && ran.err().contains("does not verify"), ran.err());
        assertTrue(ran.err().contains(segment.getFileName().toString()), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void shouldSayAndCountDropsWhenTheyLieAfterTheEnd() {
        final Cli.Ran ran = whatIf(SESSION, "--asset", "HYPE", "--drop", "30=" + wide, "--drop", "9999=" + wide);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("1", ran.text("unapplied_drops"));
        assertTrue(ran.err().contains("1 of 2 --drop lie after the last event"), ran.err());
    }

    @Test
    void shouldAnswerInOneLineWhenSomethingCannotBeUsed() throws IOException {
        final Path wrong = folder.resolve("wrong.json");
        Files.writeString(wrong, "{\"skew_adjustment_facto\": 0.5}");
        for (final Object[] args : List.<Object[]>of(
                new Object[] {SESSION, "--asset", "HYPE", "--drop", "30=" + wrong},
                new Object[] {SESSION, "--asset", "HYPE", "--drop", "soon=" + wide},
                new Object[] {SESSION, "--asset", "BTC", "--drop", "30=" + wide},
                new Object[] {capture, "--asset", "BTC", "--drop", "30=" + wide},
                new Object[] {folder.resolve("absent"), "--drop", "30=" + wide},
                new Object[] {SESSION, "--asset", "HYPE", "--latency-curve", "0,fast"},
                new Object[] {SESSION, "--asset", "HYPE", "--fills", "touch", "--latency-curve", "0,5"},
                new Object[] {SESSION, "--asset", "HYPE", "--fills", "recorded"},
                new Object[] {SESSION, "--asset", "HYPE", "--report", folder.resolve("no/such/page.html")})) {
            final Cli.Ran ran = whatIf(args);

            assertEquals(2, ran.exitCode(), ran.err());
            assertTrue(ran.isOneLineOfError(), ran.err());
            assertEquals("", ran.out());
        }
    }

    @Test
    void shouldWriteACurveAndAPageWhenTheyAreAskedFor() throws IOException {
        final Path page = folder.resolve("page.html");

        final Cli.Ran ran = whatIf(
                SESSION, "--asset", "HYPE", "--drop", "30=" + wide, "--latency-curve", "0,250", "--report", page);

        assertEquals(0, ran.exitCode(), ran.err());
        final List<JsonNode> points = ran.json().member("latency_curve").elements();
        assertEquals(2, points.size());
        assertEquals(
                ran.text("band", "total", "pessimistic", "mean"),
                at(points.get(0), "delta", "mean").text());
        assertNotEquals(
                at(points.get(0), "baseline", "mean").text(),
                at(points.get(1), "baseline", "mean").text());
        assertNotEquals(
                JsonNode.Kind.NULL, at(points.get(0), "baseline", "band95").kind());
        final String html = Files.readString(page);
        assertTrue(html.contains("Profit by added latency") && html.endsWith("</html>\n"), "the whole page");
        assertFalse(html.contains("<script") || html.contains("src=") || html.contains("http"), "needs no other file");
        assertEquals(ran.text("verdict"), Cli.json(Files.readString(folder.resolve("page.json")), "verdict"));
    }

    @Test
    void shouldPrintAnAnswerWhenAPersonAsks() {
        final Cli.Ran ran = Cli.run("what-if", capture, "--drop", "60=" + wide, "--fills", "touch");

        assertEquals(0, ran.exitCode(), ran.err());
        for (final String begin : List.of(
                "proof       replay: ",
                "change      wide.json after 60.0 s",
                "quotes      differ first",
                "verdict     ")) {
            assertTrue(ran.lines().stream().anyMatch(line -> line.startsWith(begin)), begin + "\n" + ran.out());
        }
    }
}
