package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/release} on a small repository of its own, whose packaging writes one line. */
final class ReleaseTest {
    private static final Map<String, String> AUTHOR = Map.of(
            "GIT_AUTHOR_NAME", "t",
            "GIT_AUTHOR_EMAIL", "t@example.org",
            "GIT_COMMITTER_NAME", "t",
            "GIT_COMMITTER_EMAIL", "t@example.org",
            "GIT_CONFIG_GLOBAL", "/dev/null");

    @TempDir
    private Path folder;

    private Path clone;

    @BeforeEach
    void makeRepository() throws Exception {
        clone = Files.createDirectory(folder.resolve("clone"));
        Files.createDirectories(clone.resolve("scripts"));
        Files.createDirectories(clone.resolve("app"));
        Files.copy(Modules.home().resolve("scripts/release"), clone.resolve("scripts/release"));
        final Path stub = clone.resolve("scripts/package");
        Files.writeString(
                stub, "#!/bin/sh\necho packed >\"$1/halfspread-0.2.0.tar.gz\"\necho \"$1/halfspread-0.2.0.tar.gz\"\n");
        assertTrue(stub.toFile().setExecutable(true));
        Files.writeString(clone.resolve("pom.xml"), "<project>\n  <version>0.2.0</version>\n</project>\n");
        Files.writeString(clone.resolve("app/pom.xml"), "<parent><version>0.2.0</version></parent>\n");
        Files.writeString(clone.resolve("THIRD-PARTY.md"), "none\n");
        Files.writeString(
                clone.resolve("CHANGELOG.md"),
                "# Changelog\n\n## 0.2.0 - 2026-12-01\n\n- Better.\n\n## 0.1.0\n\n- First.\n\n## 0.0.1\n\n## 0.0.0\n");
        Files.writeString(clone.resolve(".gitignore"), "target/\n");
        git("init", "-q");
        commit();
    }

    @Test
    void shouldMakeArchiveSumsAndNotesWithoutTag() throws Exception {
        final ScriptRun run = release("0.2.0", "--skip-tests", "--out", out().toString());

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(out() + "\n", run.out());
        assertTrue(run.err().contains("bash .ci/run"), run.err());
        final String notes = Files.readString(out().resolve("release-notes.md"));
        assertTrue(notes.contains("- Better."), notes);
        assertFalse(notes.contains("- First."), notes);
        final String sums = Files.readString(out().resolve("SHA256SUMS"));
        assertEquals(3L, sums.lines().count(), sums);
        assertTrue(sums.contains("  halfspread-0.2.0.tar.gz"), sums);
        assertEquals("", git("tag"));
    }

    @Test
    void shouldTagOnlyWhenAskedAndOnlyOnce() throws Exception {
        assertEquals(
                0,
                release("0.2.0", "--skip-tests", "--tag", "--out", out().toString())
                        .exitCode());
        assertEquals("v0.2.0\n", git("tag"));

        refused(release("0.2.0", "--skip-tests", "--tag", "--out", out().toString()), 1, "tag v0.2.0 exists");
    }

    @Test
    void shouldRefuseChangedFiles() throws Exception {
        Files.writeString(clone.resolve("left-over.txt"), "x");

        refused(release("0.2.0", "--skip-tests"), 1, "left-over.txt");
    }

    @Test
    void shouldRefuseVersionThatPomsDoNotSay() throws Exception {
        refused(release("0.3.0", "--skip-tests"), 1, "pom.xml does not say 0.3.0");
        Files.writeString(clone.resolve("app/pom.xml"), "<parent><version>0.1.0</version></parent>\n");
        commit();
        refused(release("0.2.0", "--skip-tests"), 1, "app/pom.xml does not say 0.2.0");
    }

    @Test
    void shouldRefuseVersionWithoutSectionInChangelog() throws Exception {
        Files.writeString(clone.resolve("CHANGELOG.md"), "# Changelog\n\n## 0.2.0\n\n## 0.1.0\n\n- First.\n");
        commit();

        refused(release("0.2.0", "--skip-tests"), 1, "no section '## 0.2.0'");
    }

    @Test
    void shouldRefuseBadUsage() throws Exception {
        refused(release("0.2"), 2, "MAJOR.MINOR.PATCH");
        refused(release("0.2.0", "--push"), 2, "--push");
    }

    private static void refused(final ScriptRun run, final int exitCode, final String part) {
        assertEquals(exitCode, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(1L, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(part), run.err());
    }

    private ScriptRun release(final String... words) throws IOException, InterruptedException {
        final List<String> command =
                new ArrayList<>(List.of("bash", clone.resolve("scripts/release").toString()));
        command.addAll(List.of(words));
        return ScriptRun.of(folder, folder, AUTHOR, command);
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("commit", "-q", "-m", "state");
    }

    private String git(final String... words) throws Exception {
        final List<String> command = new ArrayList<>(List.of("git", "-C", clone.toString()));
        command.addAll(List.of(words));
        final ScriptRun run = ScriptRun.of(folder, folder, AUTHOR, command);
        assertEquals(0, run.exitCode(), run.err());
        return run.out();
    }

    private Path out() {
        return folder.resolve("out");
    }
}
