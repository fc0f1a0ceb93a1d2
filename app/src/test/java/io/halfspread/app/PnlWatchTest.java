package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.pnl.PnlSplit;
import io.halfspread.app.pnl.PnlWatch;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the profit of a replayed session, beside the engine's profit and a sum over every change of the mid. */
final class PnlWatchTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final double SCALE = 1e8;
    private static final int OUTPUTS = 1024;

    @TempDir
    private Path folder;

    @Test
    void shouldSplitTheEnginesProfitExactlyWhenASessionIsFollowed() throws IOException {
        final Path capture = tightReplay();
        final QuotingHandler engine = new QuotingHandler(new EventRing(OUTPUTS));
        final PnlWatch watch = new PnlWatch(engine);
        double inventory = 0;
        long size = 0;
        long mid = 0;

        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                if (reader.isInput()) {
                    engine.onMessage(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                    watch.after(reader.buffer(), reader.offset());
                    if (engine.instruments() == 0) {
                        continue;
                    }
                    inventory += size / SCALE * (watch.mid(0) - mid) / SCALE;
                    size = engine.position(0);
                    mid = watch.mid(0);
                }
            }
        }

        final long fills = engine.fills(0);
        final PnlSplit split = watch.split(0);
        assertTrue(fills > 20, fills + " fills");
        assertEquals(engine.position(0), split.size());
        assertEquals(engine.pnlUsd(0), split.total(mid) / SCALE, 1e-7);
        assertEquals(split.total(mid), split.spread() + split.inventory(mid) - split.fees() + split.funding());
        assertEquals(inventory, split.inventory(mid) / SCALE, 1e-6);
        assertEquals(engine.fees(0), split.fees());
        assertTrue(split.spread() > 0, "quotes away from the mid earn spread: " + split.spread());
    }

    private Path tightReplay() throws IOException {
        final Path config = TightConfig.write(folder);
        final Path capture = folder.resolve("capture");
        final Cli.Ran ran = Cli.run(
                "replay",
                HOME.resolve("config/sessions/hype-synthetic.gz"),
                "--asset",
                "HYPE",
                "--config",
                config,
                "--fills",
                "touch",
                "--out",
                capture);
        assertEquals(0, ran.exitCode(), ran.err());
        return capture;
    }
}
