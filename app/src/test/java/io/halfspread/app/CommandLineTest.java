package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"replay", "import", "verify", "dump", "explain", "quote", "params", "doctor", "synth"})
    void shouldExplainItselfWhenAskedForHelp(final String verb) {
        final Cli.Ran ran = Cli.run(verb, "--help");

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().contains("halfspread " + verb), ran.out());
        assertEquals("", ran.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "replay",
                "replay x --nothing",
                "replay x --threading many",
                "replay x --batch many",
                "replay x --batch 0",
                "replay x --speed slow",
                "replay x --speed -1",
                "replay x --fills queue",
                "replay x --drop 300",
                "replay x --drop soon=config/presets/volatile.json",
                "replay x --drop -1=config/presets/volatile.json",
                "replay x --drop 1=no-such-file.json",
                "replay x --drop 1=config",
                "replay x --params no-such-file.json",
                "replay x --config no-such-file.yaml",
                "replay x --watch",
                "replay no-such-file",
                "import no-such-file -o target/x",
                "import x",
                "verify no-such-folder",
                "verify config",
                "dump no-such-folder",
                "explain no-such-folder --seq 1",
                "explain config",
                "explain config --seq 1 --cloid 0x1",
                "synth target/x.gz --seconds 0"
            })
    void shouldSayOneLineAndExitTwoWhenUsageOrInputIsBad(final String line) {
        final String home = System.getProperty("halfspread.home");
        final Object[] args = line.isEmpty()
                ? new Object[0]
                : line.replace("config", home + "/config").split(" ");

        final Cli.Ran ran = Cli.run(args);

        assertEquals(2, ran.exitCode(), ran.err());
        assertTrue(ran.isOneLineOfError(), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void shouldNameVersionsWhenAsked() {
        final Cli.Ran ran = Cli.run("--version");

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().startsWith("halfspread "), ran.out());
    }
}
