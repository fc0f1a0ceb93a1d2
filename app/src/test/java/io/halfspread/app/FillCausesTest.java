package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No modelled fill happens without a recorded trade or book that explains it. */
final class FillCausesTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"queue, none", "queue:optimistic, '50:150:600,20'"})
    void shouldExplainEveryFillOfTheShippedSession(final String fills, final String latency) throws IOException {
        final FillAudit audit = audit(HOME.resolve("config/sessions/hype-synthetic.gz"), "HYPE", fills, latency);

        assertTrue(audit.byTrade() > 0 && audit.byBook() > 0, audit.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "hl_ETH_20251210_19min.gz, ETH, queue:optimistic",
        "hl_BTC_ETH_SOL_WLFI_20250904_35min.gz, 'BTC,ETH,SOL,WLFI', queue"
    })
    void shouldExplainEveryFillOfARecording(final String file, final String assets, final String fills)
            throws IOException {
        final String shared = System.getProperty("halfspread.shared");
        final Path recording = (shared == null ? HOME.resolve("../shared") : Path.of(shared))
                .resolve("data/replay")
                .resolve(file)
                .normalize();
        if (!Files.isRegularFile(recording)) {
            System.out.println("skipped: no " + recording);
        }
        Assumptions.assumeTrue(Files.isRegularFile(recording), "no " + recording);

        final FillAudit audit = audit(recording, assets, fills, "200:400:1000");

        assertTrue(audit.byTrade() > 100, audit.toString());
    }

    @Test
    void shouldNameTheTradeOrTheBookWhenAFillIsExplained() throws IOException {
        audit(HOME.resolve("config/sessions/hype-synthetic.gz"), "HYPE", "queue", "none");
        final List<String> fills =
                Cli.run("dump", folder.resolve("capture"), "--kind", "fill").lines();
        int trades = 0;
        int books = 0;
        for (final String line : fills) {
            final String sequence = line.replaceAll(".*\"sequence\":([0-9]+).*", "$1");
            final Cli.Ran ran = Cli.run("explain", folder.resolve("capture"), "--seq", sequence, "--json");
            final String kind = ran.text("cause", "kind");
            assertTrue(ran.json().member("cause").member("event") != null, ran.out());
            trades += kind.equals("trade") ? 1 : 0;
            books += kind.equals("book") ? 1 : 0;
            if (trades > 0 && books > 0) {
                break;
            }
        }
        assertTrue(trades > 0 && books > 0, trades + " by trades, " + books + " by books");
    }

    private FillAudit audit(final Path input, final String assets, final String fills, final String latency)
            throws IOException {
        final Path config = TightConfig.write(folder);
        final Path capture = folder.resolve("capture");
        final Cli.Ran ran = Cli.run(
                "replay",
                input,
                "--asset",
                assets,
                "--config",
                config,
                "--fills",
                fills,
                "--latency",
                latency,
                "--no-band",
                "--json",
                "--out",
                capture);
        assertEquals(0, ran.exitCode(), ran.err());
        final FillAudit audit = FillAudit.of(capture);
        assertEquals(ran.text("fills"), Integer.toString(audit.byTrade() + audit.byBook()));
        return audit;
    }
}
