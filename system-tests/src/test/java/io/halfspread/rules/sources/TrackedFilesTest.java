package io.halfspread.rules.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackedFilesTest {
    /** A path that exists on one machine only. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.$}])/(?:home|root|work|Users|mnt)/[\\w.]|[A-Z]:\\\\+Users\\\\");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    @Test
    void shouldNameNoPathOfOneMachine() throws IOException {
        assertEquals(List.of(), matches(MACHINE_PATH));
    }

    @Test
    void shouldHaveNoUnfinishedMark() throws IOException {
        assertEquals(List.of(), matches(UNFINISHED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ho" + "me/somebody", "in /ro" + "ot/.m2", "\"/wo" + "rk/x\"", "C:\\Us" + "ers\\x"})
    void shouldFindMachinePathWhenPlanted(final String text) {
        assertTrue(MACHINE_PATH.matcher(text).find());
    }

    private static List<String> matches(final Pattern pattern) throws IOException {
        final List<String> found = new ArrayList<>();
        for (final Path file : TrackedFiles.all()) {
            final Matcher matcher = pattern.matcher(TrackedFiles.text(file));
            if (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        return found;
    }
}
