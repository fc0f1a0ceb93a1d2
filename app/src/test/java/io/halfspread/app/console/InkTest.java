package io.halfspread.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class InkTest {
    @Test
    void shouldColourOnATerminalOnly() {
        assertEquals(
                "\u001b[31mx\u001b[0m", Ink.of(true, Map.of("TERM", "xterm")).alarm("x"));
        assertEquals("\u001b[1mx\u001b[0m", Ink.of(true, Map.of("NO_COLOR", "")).strong("x"));
        assertEquals("x", Ink.of(false, Map.of("TERM", "xterm")).alarm("x"));
    }

    @Test
    void shouldNotColourWhereThatIsForbidden() {
        final Ink plain = Ink.of(true, Map.of("NO_COLOR", "1"));

        assertEquals("xyz", plain.strong("x") + plain.faint("y") + plain.alarm("z"));
        assertTrue(plain.isTerminal());
        assertEquals("x", Ink.of(true, Map.of("TERM", "dumb")).faint("x"));
    }
}
