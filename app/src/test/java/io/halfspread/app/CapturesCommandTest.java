package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.capture.MadeFrames;
import io.halfspread.codec.text.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesCommandTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void setUp() throws IOException {
        final Path data = folder.resolve("data");
        for (int day = 0; day < 4; day++) {
            MadeFrames.gzip(data.resolve("btc-" + day + ".gz"), "BTC", MadeFrames.ms(day, 3_600_000), 300);
        }
        MadeFrames.gzip(data.resolve("eth.gz"), "ETH", MadeFrames.ms(3, 3_600_000), 300);
        out = folder.resolve("out");
        assertEquals(0, Cli.run("import", data, "--into", out).exitCode());
    }

    @Test
    void shouldListByCoinAndDayAndGivePathsToOtherCommands() {
        assertEquals("4", Cli.run("captures", "list", out, "--json").text("count"));
        assertEquals(
                "1",
                Cli.run("captures", "list", out, "--coin", "BTC,ETH", "--json").text("count"));
        assertEquals(
                List.of(
                        out.resolve("data/2025-03-12").toString(),
                        out.resolve("data/2025-03-13").toString()),
                Cli.run("captures", "list", out, "--from", "2025-03-12", "--to", "2025-03-13", "--paths")
                        .lines());
        final Cli.Ran table = Cli.run("captures", "list", out, "--grade", "A");
        assertTrue(table.lines().get(1).matches("2025-03-11 +BTC +whole +A .*"), table.out());
        assertEquals("4 captures", table.lines().get(table.lines().size() - 1));
        final JsonNode entry = Cli.run("captures", "list", out, "--json")
                .json()
                .member("captures")
                .elements()
                .get(0);
        assertEquals(64, entry.member("sha256").text().length());
        assertEquals(16, entry.member("content_id").text().length());
        assertEquals("29.9", entry.member("seconds").text());
        assertEquals(2, Cli.run("captures", "list", out, "--from", "yesterday").exitCode());
        assertEquals(2, Cli.run("captures", "list", out.resolve("absent")).exitCode());
    }

    @Test
    void shouldListWhatIsDamagedTornOrWithoutManifestAndLeaveItOutOfPaths() throws IOException {
        final Path first = out.resolve("data/2025-03-11");
        try (FileChannel segment = FileChannel.open(first.resolve("segment-000000.hsc"), StandardOpenOption.WRITE)) {
            segment.truncate(segment.size() - 8);
        }
        Files.delete(out.resolve("data/2025-03-12/manifest.yaml"));
        final Path third = out.resolve("data/2025-03-13/manifest.yaml");
        Files.writeString(third, Files.readString(third).replace("status: ended", "status: recovered"));

        final Cli.Ran list = Cli.run("captures", "list", out, "--json");

        assertEquals("4", list.text("count"));
        assertEquals("3", list.text("not_usable"));
        final List<JsonNode> entries = list.json().member("captures").elements();
        assertTrue(problem(entries, 0).contains("bytes, the manifest says"), problem(entries, 0));
        assertTrue(problem(entries, 1).contains("not a capture"), problem(entries, 1));
        assertTrue(problem(entries, 2).contains("the file was changed"), problem(entries, 2));
        final Cli.Ran paths = Cli.run("captures", "list", out, "--paths");
        assertEquals(List.of(out.resolve("data/2025-03-14").toString()), paths.lines());
        assertEquals(3, paths.err().lines().count());
    }

    @Test
    void shouldFindAChangedByteThatAListDoesNotSee() throws IOException {
        assertEquals(0, Cli.run("captures", "verify", out).exitCode());
        try (FileChannel segment =
                FileChannel.open(out.resolve("data/2025-03-12/segment-000000.hsc"), StandardOpenOption.WRITE)) {
            segment.write(java.nio.ByteBuffer.wrap(new byte[] {'?'}), 2_000);
        }

        final Cli.Ran ran = Cli.run("captures", "verify", out, "--json");

        assertEquals(1, ran.exitCode());
        assertEquals("1", ran.text("damaged"));
        assertTrue(problem(ran.json().member("captures").elements(), 1).startsWith("segment-000000.hsc @ "));
    }

    @Test
    void shouldGradeARecordedCapture() throws IOException {
        final Path home = Path.of(System.getProperty("halfspread.home"));
        final Path replayed = folder.resolve("sessions/replayed");
        assertEquals(
                0,
                Cli.run(
                                "replay",
                                home.resolve("config/sessions/hype-synthetic.gz"),
                                "--asset",
                                "HYPE",
                                "--out",
                                replayed)
                        .exitCode());
        final JsonNode before = Cli.run("captures", "list", replayed, "--json")
                .json()
                .member("captures")
                .elements()
                .get(0);
        assertEquals(JsonNode.Kind.NULL, before.member("grade").kind());
        assertEquals("2026-10-01", before.member("day").text());

        final Cli.Ran ran = Cli.run("captures", "grade", folder.resolve("sessions"), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(Files.exists(replayed.resolve("quality.json")));
        final JsonNode after = Cli.run("captures", "list", replayed, "--json")
                .json()
                .member("captures")
                .elements()
                .get(0);
        assertEquals(
                ran.json().member("captures").elements().get(0).member("grade").text(),
                after.member("grade").text());
        assertEquals(before.member("first_ns").text(), after.member("first_ns").text());
        assertEquals(before.member("last_ns").text(), after.member("last_ns").text());
        assertEquals(0, Cli.run("verify", replayed).exitCode());
    }

    private static String problem(final List<JsonNode> entries, final int index) {
        return entries.get(index).member("problem").text();
    }
}
