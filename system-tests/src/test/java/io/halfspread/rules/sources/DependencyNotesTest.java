package io.halfspread.rules.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DependencyNotesTest {
    private static final Pattern ARTIFACT =
            Pattern.compile("<(?:dependency|path)>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern NOTE = Pattern.compile("^\\| `([^`]+)`", Pattern.MULTILINE);
    private static final Pattern VERSION = Pattern.compile("\\b\\d+\\.\\d+(?:\\.\\d+)+\\b");

    @Test
    void shouldHaveOneNoteForEachArtifactOfThePoms() throws IOException {
        final Set<String> noted = new TreeSet<>();
        final Matcher note = NOTE.matcher(notes());
        while (note.find()) {
            assertTrue(noted.add(note.group(1)), () -> "noted twice: " + note.group(1));
        }

        assertEquals(artifacts(), noted);
    }

    @Test
    void shouldRepeatNoVersionOfThePom() throws IOException {
        assertTrue(!VERSION.matcher(notes()).find());
    }

    private static Set<String> artifacts() throws IOException {
        final Set<String> artifacts = new TreeSet<>();
        for (final Path pom : poms()) {
            final Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
            while (artifact.find()) {
                if (!"io.halfspread".equals(artifact.group(1))) {
                    artifacts.add(artifact.group(2));
                }
            }
        }
        return artifacts;
    }

    private static List<Path> poms() {
        final List<Path> poms = new ArrayList<>(List.of(Modules.home().resolve("pom.xml")));
        Modules.ALL.forEach(module -> poms.add(Modules.home().resolve(module).resolve("pom.xml")));
        return poms;
    }

    private static String notes() throws IOException {
        return Files.readString(Modules.home().resolve("docs/dependencies.md"));
    }
}
