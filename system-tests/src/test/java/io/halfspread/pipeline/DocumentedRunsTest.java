package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of each guide, in their order, in a copy of the working directory. */
final class DocumentedRunsTest {
    /** Short runs: compiling them well costs more than it gives. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1", "HALFSPREAD_ARCHIVE", "off");

    private static final List<String> LINKS = List.of("scripts", "docs");

    @TempDir
    private Path folder;

    @BeforeAll
    static void requirePackagedApp() throws IOException {
        PackagedApp.require("the commands of the guides are run");
    }

    @ParameterizedTest
    @MethodSource("guides")
    void shouldRunCommandsOfGuide(final String guide) throws IOException, InterruptedException {
        final Path directory = workingDirectory();
        try {
            runAll(guide, directory);
        } finally {
            for (final String link : LINKS) {
                Files.delete(directory.resolve(link));
            }
        }
    }

    private void runAll(final String guide, final Path directory) throws IOException, InterruptedException {
        for (final String script : scripts(Modules.home().resolve(guide))) {
            final ScriptRun run = ScriptRun.of(folder, directory, ENVIRONMENT, List.of("bash", "-e", "-c", script));
            assertEquals(0, run.exitCode(), () -> script + "\n" + run.err());
        }
    }

    @Test
    void shouldReadWhatIsRunInstead() {
        final List<DocumentedBlock> blocks = DocumentedBlock.of(
                "```sh\na\n```\n<!-- not run: why -->\n```sh\nb\n```\n<!-- run: c -->\n```sh\nd\n```\n");

        assertEquals(3, blocks.size());
        assertEquals("a\n", blocks.get(0).script());
        assertNull(blocks.get(0).notRun());
        assertEquals("why", blocks.get(1).notRun());
        assertEquals("c", blocks.get(2).script());
    }

    private static List<String> guides() throws IOException {
        final List<String> guides = new ArrayList<>();
        for (final Path document : DocumentedCommandsTest.documents()) {
            if (!scripts(document).isEmpty()) {
                guides.add(Modules.home().relativize(document).toString());
            }
        }
        return guides;
    }

    private static List<String> scripts(final Path document) throws IOException {
        return DocumentedBlock.of(Files.readString(document)).stream()
                .filter(block -> block.notRun() == null)
                .map(DocumentedBlock::script)
                .toList();
    }

    private Path workingDirectory() throws IOException {
        final Path directory = Files.createTempDirectory(folder, "work");
        for (final String name : LINKS) {
            Files.createSymbolicLink(directory.resolve(name), Modules.home().resolve(name));
        }
        for (final String name : List.of("tuning_params.json", "tuning_params.example.json")) {
            Files.copy(Modules.home().resolve(name), directory.resolve(name));
        }
        for (final String name :
                List.of("config/presets", "config/sessions", "config/spaces", "config/halfspread.yaml")) {
            copy(Modules.home().resolve(name), directory.resolve(name));
        }
        Files.createDirectories(directory.resolve("config/drops"));
        return directory;
    }

    private static void copy(final Path from, final Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
