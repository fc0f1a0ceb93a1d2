package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flags that {@code scripts/jvm.sh} makes of the files in {@code config/jvm}, for Java versions that need not be here. */
final class LaunchProfilesTest {
    private static final String FLAGS = "die() { echo \"$1\" >&2; exit 3; }; bad() { echo \"$1\" >&2; exit 2; };"
            + " . \"$home/scripts/jvm.sh\"; version=$1; find_flags \"$2\" \"$3\"; printf '%s\\n' $flags";

    @TempDir
    private Path scratch;

    @Test
    void shouldAskLittleOnLaptops() throws Exception {
        assertEquals(
                List.of("-XX:MetaspaceSize=128m", "-XX:+UseSerialGC"),
                flags("17", "laptop", "").out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"17, false", "20, false", "21, true", "22, true", "23, false", "25, false"})
    void shouldAskForGenerationsOnlyWhereJavaWantsToBeAsked(final String version, final boolean asked)
            throws Exception {
        final List<String> flags = flags(version, "tuned", "").out().lines().toList();

        assertTrue(flags.contains("-XX:+UseZGC"), flags::toString);
        assertEquals(asked, flags.contains("-XX:+ZGenerational"), flags::toString);
        assertEquals(
                Integer.parseInt(version) >= 23,
                flags.contains("--sun-misc-unsafe-memory-access=allow"),
                flags::toString);
    }

    @Test
    void shouldTakeOneCollectorInPlaceOfProfilesOwn() throws Exception {
        final List<String> flags = flags("25", "tuned", "epsilon").out().lines().toList();

        assertTrue(flags.contains("-XX:+UseEpsilonGC"), flags::toString);
        assertFalse(flags.contains("-XX:+UseZGC"), flags::toString);
        assertTrue(flags.contains("-XX:+AlwaysPreTouch"), flags::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desktop||profile 'desktop': accepted: container laptop tuned",
                "../jvm||profile '../jvm'",
                "gc-serial||profile 'gc-serial'",
                "laptop|g1|collector 'g1': accepted: epsilon serial zgc"
            })
    void shouldRefuseUnknownNames(final String profile, final String collector, final String part) throws Exception {
        final ScriptRun refused = flags("17", profile, collector == null ? "" : collector);

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains(part), refused.err());
    }

    /** A JVM that does not know a flag does not start. */
    @ParameterizedTest
    @ValueSource(strings = {"laptop", "tuned", "container"})
    void shouldStartThisJvmWithFlagsOfEachProfile(final String profile) throws Exception {
        final List<String> flags = flags(Integer.toString(Runtime.version().feature()), profile, "")
                .out()
                .lines()
                .map(flag -> flag.matches("-Xm[sx].*") ? flag.substring(0, 4) + "64m" : flag)
                .toList();

        ChildJvm.same(flags.toArray(String[]::new)).run("io.halfspread.app.Halfspread", List.of("--version"));
    }

    @Test
    void shouldExplainEachFlagInTheDocument() throws IOException {
        final String document = Files.readString(Modules.home().resolve("docs/deployment.md"));
        final Pattern flag = Pattern.compile("(?m)^(?:[1-9][0-9](?:\\+|-[0-9]+) )?(-\\S+)$");
        try (Stream<Path> files = Files.list(Modules.home().resolve("config/jvm"))) {
            for (final Path file : files.toList()) {
                final Matcher matcher = flag.matcher(Files.readString(file));
                while (matcher.find()) {
                    assertTrue(document.contains("`" + matcher.group(1) + "`"), matcher.group(1) + " of " + file);
                }
            }
        }
    }

    private ScriptRun flags(final String version, final String profile, final String collector) throws Exception {
        final Path script = Files.writeString(scratch.resolve("flags"), FLAGS);
        return ScriptRun.of(
                scratch, Map.of("home", Modules.home().toString()), script.toString(), version, profile, collector);
    }
}
