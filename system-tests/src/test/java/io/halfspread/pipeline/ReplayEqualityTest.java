package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.halfspread.rules.Modules;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplayEqualityTest {
    private static String expected;

    @BeforeAll
    static void replayOnce() {
        expected = ReplayHash.here();
    }

    @Test
    void shouldGiveSameHashWhenRunTwice() {
        assertEquals(expected, ReplayHash.here());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "7", "256", "8192"})
    void shouldGiveSameHashWhenBatchDiffers(final String batch) {
        assertEquals(expected, ReplayHash.here("--batch", batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoked", "shared", "dedicated"})
    void shouldGiveSameHashWhenThreadingDiffers(final String threading) {
        assertEquals(expected, ReplayHash.here("--threading", threading));
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Kathmandu", "ar-EG-u-nu-arab, America/St_Johns", "de-DE, Pacific/Apia"})
    void shouldGiveSameHashWhenLocaleAndZoneDiffer(final String locale, final String zone) {
        final Locale defaultLocale = Locale.getDefault();
        final TimeZone defaultZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));

            assertEquals(expected, ReplayHash.here());
        } finally {
            Locale.setDefault(defaultLocale);
            TimeZone.setDefault(defaultZone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation"})
    void shouldGiveSameHashWhenCompiledOtherwise(final String flag) throws Exception {
        assertEquals(expected, ReplayHash.in(ChildJvm.same(flag)));
    }

    @Test
    void shouldGiveSameHashOnJdk25() throws Exception {
        final Optional<ChildJvm> jvm = ChildJvm.jdk25();
        if (jvm.isEmpty()) {
            System.out.println("skipped: no JDK 25 in JAVA_25_HOME or the usual folder");
        }
        Assumptions.assumeTrue(jvm.isPresent());

        assertEquals(expected, ReplayHash.in(jvm.get()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "queue:optimistic"})
    void shouldGiveSameHashWhenOurPlaceInTheQueueIsModelled(final String fills) throws Exception {
        final String[] options = {"--fills", fills, "--latency", "20:80:300,15", "--no-band"};
        final String queued = ReplayHash.here(options);

        assertNotEquals(expected, queued);
        for (final String threading : List.of("shared", "dedicated")) {
            assertEquals(
                    queued,
                    ReplayHash.here(
                            "--fills", fills, "--latency", "20:80:300,15", "--no-band", "--threading", threading));
        }
        assertEquals(queued, ReplayHash.in(ChildJvm.same("-Xint"), options));
        final Optional<ChildJvm> jdk25 = ChildJvm.jdk25();
        if (jdk25.isPresent()) {
            assertEquals(queued, ReplayHash.in(jdk25.get(), options));
        }
    }

    @Test
    void shouldGiveOtherHashWhenParameterChangesMidway() {
        final Path preset = Modules.home().resolve("config/presets/volatile.json");

        assertNotEquals(expected, ReplayHash.here("--drop", "60=" + preset));
        assertEquals(ReplayHash.here("--drop", "60=" + preset), ReplayHash.here("--drop", "60=" + preset));
    }
}
