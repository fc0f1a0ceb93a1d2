package io.halfspread.rules.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentedDeclarationsTest {
    private static final List<Path> SOURCES = Modules.mainSources().stream()
            .flatMap(directory -> Modules.files(directory, ".java").stream())
            .toList();

    @TempDir
    private Path directory;

    @Test
    void shouldHaveDocCommentOnEveryPublicDeclaration() {
        assertFalse(SOURCES.isEmpty());
        assertEquals("", String.join("\n", UndocumentedDeclarations.in(SOURCES)));
    }

    @Test
    void shouldHavePackageInfoInEveryPackage() {
        final List<Path> bare = SOURCES.stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();

        assertEquals(List.of(), bare);
    }

    @Test
    void shouldFindEachUndocumentedDeclaration() throws IOException {
        final Path planted = Files.writeString(directory.resolve("Planted.java"), """
                public final class Planted {
                    public void bare() {}
                    /** Has one. */
                    public void documented() {}
                    @Override
                    public String toString() { return ""; }
                    void internal() {}
                    /** Port. */
                    public interface Port { void call(); }
                    /** Pair.
                     * @param left first */
                    public record Pair(int left, int right) {}
                    /** Kinds. */
                    public enum Kind { ONE, /** Second. */ TWO }
                }
                """);

        final String found = UndocumentedDeclarations.in(List.of(planted)).stream()
                .map(text -> text.substring(text.lastIndexOf(':') + 1))
                .collect(Collectors.joining("; "));

        assertEquals("1 type Planted; 2 method bare; 9 method call; 12 component right; 14 constant ONE", found);
    }

    @Test
    void shouldFindPackageInfoWithoutComment() throws IOException {
        final Path planted = Files.writeString(directory.resolve("package-info.java"), "package planted;\n");

        assertEquals(1, UndocumentedDeclarations.in(List.of(planted)).size());
    }
}
