package io.halfspread.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.TradingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlFolderTest {
    @TempDir
    private Path path;

    private ControlFolder folder;

    @BeforeEach
    void open() {
        folder = new ControlFolder(path.resolve("control"));
    }

    @Test
    void shouldTakeKillBeforeAnythingElse() throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("a.json"), "{\"mode\":\"pause\",\"why\":\"lunch\"}");
        Files.writeString(folder.path().resolve("kill"), "wrong way round\n");
        Files.writeString(folder.path().resolve(".hidden.json"), "{");
        Files.writeString(folder.path().resolve("notes.txt"), "kill");

        assertEquals(new ModeWish(TradingMode.KILL, false, "wrong way round"), next().wish());
        folder.applied(next().file());
        assertEquals(new ModeWish(TradingMode.PAUSE, false, "lunch"), next().wish());
        folder.rejected(next().file(), "no");
        assertNull(folder.next());
        assertEquals("no\n", Files.readString(folder.path().resolve("rejected").resolve("a.json.reason")));
    }

    @Test
    void shouldKeepEarlierFilesOfTheSameName() throws IOException {
        Files.createDirectories(folder.path());
        for (int i = 0; i < 3; i++) {
            Files.createFile(folder.path().resolve("pause"));
            folder.applied(next().file());
        }

        assertTrue(Files.exists(folder.path().resolve("applied").resolve("pause-3")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\":\"stop\"} | mode stop: accepted: run, reduce, pause, kill",
                "{\"mode\":\"run\",\"leavekill\":true} | member leavekill: accepted: mode, why, leave_kill",
                "{\"why\":\"x\"} | member mode is missing: accepted: run, reduce, pause, kill",
                "{\"mode\":\"run\",\"leave_kill\":1} | leave_kill 1: accepted: true, false"
            })
    void shouldSayWhatIsAccepted(final String text, final String problem) {
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> ModeWish.parse(text))
                        .getMessage());
    }

    @Test
    void shouldReadBackWhatItWrites() throws IOException {
        final ModeWish wish = new ModeWish(TradingMode.RUN, true, "checked \"twice\"\n\u00e4");
        assertEquals(wish, ModeWish.parse(wish.json()));
        assertEquals(ControlState.NONE, folder.state());
        final ControlState state = new ControlState(TradingMode.KILL, "because", 77, 20_000, -12.5);
        folder.leave(state);
        assertEquals(state, folder.state());
    }

    @Test
    void shouldNotTakeAnUnreadableStateForPermission() throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("state.json"), "{\"mo");

        assertTrue(assertThrows(Failure.class, folder::state).getMessage().contains("it may say kill"));
    }

    @Test
    void shouldKeepAWishForTheNextSessionAndGuardKill() {
        final ModeCaller caller = new ModeCaller(folder);

        caller.ask(new ModeWish(TradingMode.KILL, false, ""));
        assertThrows(Failure.class, () -> caller.ask(new ModeWish(TradingMode.PAUSE, false, "")));
        assertEquals(TradingMode.KILL, folder.state().mode());
        caller.ask(new ModeWish(TradingMode.RUN, true, ""));

        assertEquals(TradingMode.RUN, folder.state().mode());
    }

    private ControlFolder.Dropped next() throws IOException {
        return folder.next();
    }
}
