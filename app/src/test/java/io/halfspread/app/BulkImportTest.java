package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.capture.MadeFrames;
import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkImportTest {
    private static final String TRADES = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";
    private static final String QUOTES =
            "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount";

    @TempDir
    private Path folder;

    @Test
    void shouldMakeOneCaptureADayOfFilesThatRunThroughMidnight() throws IOException {
        final Path data = folder.resolve("venue");
        MadeFrames.gzip(data.resolve("b/night.gz"), "BTC", MadeFrames.ms(1, -3_000), 60);
        MadeFrames.gzip(data.resolve("a/eth.gz"), "ETH", MadeFrames.ms(1, 0), 30);
        Files.writeString(data.resolve("notes.txt"), "nothing\n");
        Files.writeString(data.resolve("none.gz"), "");

        final Cli.Ran ran = Cli.run("import", data, "--into", folder.resolve("out"), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        final List<JsonNode> days = ran.json().member("days").elements();
        assertEquals(
                List.of("2025-03-11 imported 30", "2025-03-12 imported 60"),
                days.stream()
                        .map(day -> day.member("day").text() + " "
                                + day.member("state").text() + " "
                                + day.member("events").text())
                        .toList());
        assertTrue(Files.exists(folder.resolve("out/venue/2025-03-12/quality.json")));
        assertEquals(
                0, Cli.run("verify", folder.resolve("out/venue/2025-03-12")).exitCode());
        final List<JsonNode> passedOver = ran.json().member("passed_over").elements();
        assertEquals(2, passedOver.size());
        assertEquals("none.gz: no usable line", passedOver.get(0).text());
        assertTrue(passedOver.get(1).text().startsWith("notes.txt: the first line is neither a frame nor"));
    }

    @Test
    void shouldReadTheArchiveAndOnlyTheCoinsWanted() throws IOException {
        for (int day = 0; day < 2; day++) {
            for (int hour = 8; hour < 11; hour++) {
                MadeFrames.archiveHour(folder.resolve("s3"), day, hour, "BTC", 20);
                MadeFrames.archiveHour(folder.resolve("s3"), day, hour, "DOGE", 20);
            }
        }

        final Cli.Ran ran = Cli.run(
                "import",
                folder.resolve("s3/market_data"),
                "--into",
                folder.resolve("out"),
                "--name",
                "hl",
                "--asset",
                "BTC",
                "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("2", ran.text("imported"));
        assertEquals("120", ran.text("events"));
        assertEquals(6, ran.json().member("passed_over").elements().size());
        final Cli.Ran list = Cli.run("captures", "list", folder.resolve("out"), "--json", "--from", "2025-03-12");
        assertEquals("1", list.text("count"));
        final JsonNode entry = list.json().member("captures").elements().get(0);
        assertEquals("BTC", entry.member("coins").elements().get(0).text());
        assertEquals("D", entry.member("grade").text());
        assertTrue(entry.member("reasons").elements().get(0).text().contains("of the time without data"));
    }

    @Test
    void shouldGiveEqualBytesWhateverTheThreads() throws IOException {
        final Path data = recordings(4, 300);

        assertEquals(
                0,
                Cli.run("import", data, "--into", folder.resolve("one"), "--threads", 1)
                        .exitCode());
        assertEquals(
                0,
                Cli.run("import", data, "--into", folder.resolve("four"), "--threads", 4)
                        .exitCode());

        final Map<String, String> one = contents(folder.resolve("one"));
        assertEquals(4 * 3, one.size());
        assertEquals(one, contents(folder.resolve("four")));
    }

    @Test
    void shouldKeepWholeDaysAndMakeTornOnesAgain() throws IOException {
        final Path data = recordings(3, 200);
        final Path out = folder.resolve("out");
        Cli.run("import", data, "--into", out);
        final Map<String, String> before = contents(out);
        Files.move(out.resolve("data/2025-03-12"), out.resolve("data/2025-03-12.importing"));
        assertEquals("1", Cli.run("captures", "list", out, "--json").text("not_usable"));

        final Cli.Ran again = Cli.run("import", data, "--into", out, "--json");

        assertEquals("1", again.text("imported"));
        assertEquals("2", again.text("kept"));
        assertEquals(before, contents(out));
        assertFalse(Files.exists(out.resolve("data/2025-03-12.importing")));
    }

    @Test
    void shouldLeaveADayOfOtherFilesAloneUntilToldToRedoIt() throws IOException {
        final Path data = recordings(2, 200);
        final Path out = folder.resolve("out");
        Cli.run("import", data, "--into", out);
        final Map<String, String> before = contents(out);
        MadeFrames.gzip(data.resolve("more.gz"), "SOL", MadeFrames.ms(1, 5_000), 30);

        final Cli.Ran changed = Cli.run("import", data, "--into", out);

        assertEquals(1, changed.exitCode());
        assertTrue(changed.out().contains("2025-03-12  changed"), changed.out());
        assertEquals(before, contents(out));
        final Cli.Ran redone = Cli.run("import", data, "--into", out, "--redo", "--json");
        assertEquals(0, redone.exitCode(), redone.err());
        assertEquals("1", redone.text("imported"));
        assertEquals("1", redone.text("kept"));
        final Cli.Ran otherCoins = Cli.run("import", data, "--into", out, "--asset", "BTC", "--json");
        assertEquals("2", otherCoins.text("changed"));
    }

    @Test
    void shouldReplayImportedFramesAsTheFileItselfReplays() {
        final Path file = Path.of(System.getProperty("halfspread.home"), "config/sessions/hype-synthetic.gz");

        final Cli.Ran ran = Cli.run("import", file, "--into", folder.resolve("out"), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        final String capture =
                ran.json().member("days").elements().get(0).member("capture").text();
        assertEquals(
                "306aa7af96172383",
                Cli.run("replay", capture, "--asset", "HYPE", "--json").text("hash"));
    }

    @Test
    void shouldReplayWhatWasImportedFromCsv() throws IOException {
        final Path data = Files.createDirectories(folder.resolve("vendor"));
        final long startUs = MadeFrames.ms(0, 0) * 1_000;
        final List<String> quotes = new ArrayList<>(List.of(QUOTES));
        final List<String> trades = new ArrayList<>(List.of(TRADES));
        for (int i = 0; i < 200; i++) {
            final String times = (startUs + i * 100_000) + "," + (startUs + i * 100_000 + 30_000);
            quotes.add("v,HYPEUSDT," + times + ",5,40." + (2 + i % 5) + ",40.1,5");
            trades.add("v,HYPEUSDT," + times + "," + (900 + i % 190) + ",buy,40.2,1.5");
        }
        quotes.add("v,HYPEUSDT," + startUs + "," + (startUs + 40_000_000L) + ",5,39,40.1,5");
        Files.write(data.resolve("quotes.csv"), quotes);
        Files.write(data.resolve("trades.csv"), trades);

        final Cli.Ran ran =
                Cli.run("import", data, "--into", folder.resolve("out"), "--rename", "HYPEUSDT=HYPE", "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        final JsonNode day = ran.json().member("days").elements().get(0);
        assertEquals("400", day.member("events").text());
        assertEquals("1", day.member("refused").text());
        final String capture = day.member("capture").text();
        final Cli.Ran first = Cli.run("replay", capture, "--asset", "HYPE", "--json");
        assertEquals(0, first.exitCode(), first.err());
        assertEquals("200", first.text("inputs_by_kind", "bbo"));
        assertEquals("200", first.text("inputs_by_kind", "trade"));
        assertTrue(Integer.parseInt(first.text("quotes")) > 0, first.out());
        assertEquals(
                first.text("hash"),
                Cli.run("replay", capture, "--asset", "HYPE", "--json").text("hash"));
        final String quality = Files.readString(Path.of(capture, "quality.json"));
        assertTrue(quality.contains("\"duplicate_trades\":10,"), quality);
        assertTrue(quality.contains("quotes.csv:202: best bid is not below best ask"), quality);
    }

    @Test
    void shouldPutTradesBeforeTouchesOfTheSameTime() throws IOException {
        final Path data = Files.createDirectories(folder.resolve("ties"));
        final long us = MadeFrames.ms(0, 0) * 1_000;
        Files.write(data.resolve("a-quotes.csv"), List.of(QUOTES, "v,HYPE," + us + "," + us + ",5,40.2,40.1,5"));
        Files.write(data.resolve("b-trades.csv"), List.of(TRADES, "v,HYPE," + us + "," + us + ",9,buy,40.2,1"));

        assertEquals(0, Cli.run("import", data, "--into", folder.resolve("out")).exitCode());

        final Cli.Ran dump = Cli.run("dump", folder.resolve("out/ties/2025-03-11"));
        assertTrue(dump.lines().get(0).contains("\"event\":\"trade\""), dump.out());
        assertTrue(dump.lines().get(1).contains("\"event\":\"bbo\""), dump.out());
    }

    @Test
    void shouldRefuseWhatGoesNotTogetherInOneLine() {
        final Path file = Path.of(System.getProperty("halfspread.home"), "config/sessions/hype-synthetic.gz");
        for (final Object[] args : new Object[][] {
            {"import", file, "-o", folder.resolve("x"), "--threads", 2},
            {"import", file},
            {"import", file, "--into", folder.resolve("x"), "-o", folder.resolve("y")},
            {"import", file, "--into", folder.resolve("x"), "--threads", 0},
            {"import", file, "--into", folder.resolve("x"), "--name", "../up"},
            {"import", folder.resolve("absent"), "--into", folder.resolve("x")},
            {"import", Path.of(System.getProperty("halfspread.home"), "config/presets"), "--into", folder.resolve("x")}
        }) {
            final Cli.Ran ran = Cli.run(args);

            assertEquals(2, ran.exitCode(), () -> List.of(args) + ran.err());
        }
    }

    private Path recordings(final int days, final int count) throws IOException {
        final Path data = folder.resolve("data");
        for (int day = 0; day < days; day++) {
            MadeFrames.gzip(data.resolve("btc-" + day + ".gz"), "BTC", MadeFrames.ms(day, 3_600_000), count);
            MadeFrames.gzip(data.resolve("eth-" + day + ".gz"), "ETH", MadeFrames.ms(day, 3_600_000), count);
        }
        return data;
    }

    private static Map<String, String> contents(final Path top) throws IOException {
        final Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(top)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    contents.put(top.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }
}
