package io.halfspread.pipeline;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A launcher that has to build would replace the classes that this JVM runs on. */
final class PackagedApp {
    private PackagedApp() {}

    /** Skips the test with a line unless the jars are those of the sources. */
    static void require(final String what) throws IOException {
        final Path stamp = Modules.home().resolve("app/target/halfspread.built");
        final boolean packaged = Files.exists(stamp) && !anySourceNewerThan(Files.getLastModifiedTime(stamp));
        if (!packaged) {
            System.out.println("skipped: " + what + " after packaging (mvn verify)");
        }
        Assumptions.assumeTrue(packaged);
    }

    private static boolean anySourceNewerThan(final FileTime built) throws IOException {
        for (final String module : Modules.PRODUCT) {
            try (Stream<Path> sources =
                    Files.walk(Modules.home().resolve(module).resolve("src/main"))) {
                for (final Path source : sources.toList()) {
                    if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
