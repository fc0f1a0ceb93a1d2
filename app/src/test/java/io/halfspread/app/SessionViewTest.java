package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.view.FillPoint;
import io.halfspread.app.view.InstrumentView;
import io.halfspread.app.view.ParamsPoint;
import io.halfspread.app.view.SeriesPoint;
import io.halfspread.app.view.SessionView;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.tuning.TuningParam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projection that pages and terminals show, fed with the capture of a replayed session. */
final class SessionViewTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final long NONE = -1;

    @TempDir
    private static Path folder;

    private static Path capture;
    private static Cli.Ran ran;

    @BeforeAll
    static void replay() throws IOException {
        final Path config = TightConfig.write(folder);
        final Path drop = Files.writeString(folder.resolve("lean.json"), "{\"skew_adjustment_factor\": 0.8}");
        capture = folder.resolve("capture");
        ran = Cli.run(
                "replay",
                HOME.resolve("config/sessions/hype-synthetic.gz"),
                "--asset",
                "HYPE",
                "--config",
                config,
                "--fills",
                "touch",
                "--quote-source",
                "blend",
                "--drop",
                "5=" + drop,
                "--json",
                "--out",
                capture);
        assertEquals(0, ran.exitCode(), ran.err());
    }

    @Test
    void shouldShowTheFiguresOfTheSession() {
        final SessionView view = follow(NONE);

        assertEquals(ran.text("fills"), Long.toString(view.fills().total()));
        assertEquals(Double.parseDouble(ran.text("pnl")), view.pnl(0).total(view.mid(0)) / 1e8, 1e-6);
        assertEquals(Double.parseDouble(ran.text("position")), view.pnl(0).size() / 1e8, 1e-12);
        assertEquals(0, view.missed());
        assertTrue(view.isConfirmed() && view.hashSequence() > 0, "hashes agree");
        final FillPoint fill = view.fills().last();
        assertTrue(fill.px() > 0 && fill.sz() > 0 && fill.mid() > 0 && fill.paramsVersion() > 0, fill.toString());
    }

    @Test
    void shouldTellWhoChangedWhichParameter() {
        final List<ParamsPoint> points = follow(NONE).params().points().all();

        assertEquals(2, points.size());
        final ParamsPoint change = points.get(1);
        assertEquals("lean.json", change.name());
        assertEquals(Set.of(TuningParam.SKEW_ADJUSTMENT_FACTOR), change.changed());
        assertEquals(0.5, change.before().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
        assertEquals(0.8, change.values().value(TuningParam.SKEW_ADJUSTMENT_FACTOR));
        assertEquals(64, change.sha256().length());
    }

    @Test
    void shouldKeepWhatChartsNeed() {
        final SessionView view = follow(NONE);
        final InstrumentView hype = view.instrument(0);

        final List<SeriesPoint> series = hype.series().all();
        assertTrue(series.size() > 50, series.size() + " points");
        for (int i = 1; i < series.size(); i++) {
            assertTrue(series.get(i).ns() - series.get(i - 1).ns() >= 250_000_000L);
        }
        final SeriesPoint last = series.get(series.size() - 1);
        assertTrue(last.bid() < last.ask(), last.toString());
        assertNotNull(hype.policy().table(), "a policy table");
        assertEquals(
                hype.policy().table().rows() * hype.policy().table().columns(),
                hype.policy().table().bids().length);
        assertTrue(hype.market().bidPx() < hype.market().askPx());
        assertTrue(view.feedDelay().figures().count() > 0);
        assertTrue(view.orders().size() <= 4, view.orders().toString());
    }

    @Test
    void shouldSayThatItMissedSomethingWhenAnInputIsLost() {
        final SessionView view = follow(2000);

        assertEquals(1, view.missed());
        assertFalse(view.isConfirmed(), "the hashes differ from then on");
    }

    private static SessionView follow(final long lost) {
        final SessionView view = new SessionView();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            while (reader.next()) {
                if (!reader.isInput()) {
                    view.onOutput(reader.buffer(), reader.offset());
                } else if (reader.sequence() != lost) {
                    view.onInput(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                }
            }
        }
        return view;
    }
}
