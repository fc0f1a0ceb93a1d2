package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ProcessDefaultsTest {
    @Test
    void shouldSetPropertiesOfTheLauncher() throws IOException {
        final Map<String, String> flags =
                Files.readAllLines(Path.of(System.getProperty("halfspread.home"), "config", "jvm.options")).stream()
                        .filter(line -> line.startsWith("-D"))
                        .map(line -> line.substring(2).split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        assertEquals(flags, ProcessDefaults.PROPERTIES);
    }

    @Test
    void shouldKeepWhatIsStated() {
        final String key = "io.netty.jfr.enabled";
        final String before = System.getProperty(key);
        System.setProperty(key, "stated");
        try {
            ProcessDefaults.set();

            assertEquals("stated", System.getProperty(key));
        } finally {
            if (before == null) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, before);
            }
        }
    }

    @Test
    void shouldTellCommitChangesAndTime() {
        final Properties build = new Properties();
        assertEquals("not under version control", BuildVersion.sources(build));

        build.setProperty("commit", "0123456789abcdef0123456789abcdef01234567");
        build.setProperty("dirty", "true");
        build.setProperty("epochSecond", "1795626147");
        assertEquals("commit 0123456789ab with changes, 2026-11-25T17:02:27Z", BuildVersion.sources(build));
    }
}
