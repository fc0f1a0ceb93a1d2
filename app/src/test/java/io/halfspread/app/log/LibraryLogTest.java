package io.halfspread.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LibraryLogTest {
    private final LibraryLog log = new LibraryLog();

    @Test
    void shouldBeTheOneThatLibrariesFind() {
        assertTrue(org.slf4j.LoggerFactory.getILoggerFactory() instanceof LibraryLog);
    }

    @Test
    void shouldShowLevelsOfEachLibrary() {
        final Logger chronicle = log.getLogger("net.openhft.chronicle.core.Jvm");
        final Logger netty = log.getLogger("io.netty.channel.X");
        final Logger other = log.getLogger("other");

        assertTrue(chronicle.isErrorEnabled());
        assertFalse(chronicle.isWarnEnabled());
        assertTrue(netty.isWarnEnabled());
        assertFalse(netty.isInfoEnabled());
        assertTrue(other.isInfoEnabled());
        assertFalse(other.isDebugEnabled());
        assertFalse(other.isTraceEnabled());
    }

    @Test
    void shouldSayLineWithoutControlCharacters() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new StderrLogger("x", LogLevel.INFO, () -> new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .warn("one {}\nand {}", "\u001b[31m", 2, new IllegalStateException("gone"));

        final String text = bytes.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.strip().lines().count(), text);
        assertFalse(text.contains("\u001b"), text);
        assertTrue(text.contains(" WARN one "), text);
        assertTrue(text.strip().endsWith("and 2: java.lang.IllegalStateException: gone"), text);
    }

    @Test
    void shouldReadLevelInAnyCase() {
        assertEquals(LogLevel.DEBUG, LogLevel.of(" debug"));
        assertEquals(LogLevel.INFO, LogLevel.of("loud"));
    }
}
