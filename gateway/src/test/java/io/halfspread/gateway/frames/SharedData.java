package io.halfspread.gateway.frames;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds recordings that are not part of the project; tests that need them are skipped with one line when absent. */
public final class SharedData {
    private SharedData() {}

    /** File of the recordings; skips the test when it is absent. */
    public static Path require(final String name) {
        final String shared = System.getProperty("halfspread.shared");
        final Path root =
                shared != null ? Path.of(shared) : Path.of(System.getProperty("halfspread.home", "."), "..", "shared");
        final Path path = root.resolve(name).normalize();
        if (!Files.isRegularFile(path)) {
            System.out.println("skipped: no " + path);
        }
        Assumptions.assumeTrue(Files.isRegularFile(path), "no " + path);
        return path;
    }
}
