package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own with the class path of this one.
 *
 * @param home  its Java home
 * @param flags flags beside those of {@code config/jvm.options}
 */
record ChildJvm(Path home, List<String> flags) {
    private static final long LONGEST_RUN_S = 180L;
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    static ChildJvm same(final String... flags) {
        return new ChildJvm(Path.of(System.getProperty("java.home")), List.of(flags));
    }

    /** A JDK 25, where one is installed. */
    static Optional<ChildJvm> jdk25() throws IOException {
        final String named = System.getenv("JAVA_25_HOME");
        if (named != null) {
            return Optional.of(new ChildJvm(Path.of(named), List.of()));
        }
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> installed = Files.list(INSTALLED)) {
            return installed
                    .filter(home -> home.getFileName().toString().contains("25"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .findFirst()
                    .map(home -> new ChildJvm(home, List.of()));
        }
    }

    /** Runs a main class to its end. Gives what it wrote to standard output. */
    String run(final String mainClass, final List<String> arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/java").toString());
        command.add("@" + Modules.home().resolve("config/jvm.options"));
        command.addAll(flags);
        command.add("-Dhalfspread.home=" + Modules.home());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(mainClass);
        command.addAll(arguments);
        return output(new ProcessBuilder(command));
    }

    private static String output(final ProcessBuilder builder) throws IOException, InterruptedException {
        final Path out = Files.createTempFile("child-jvm", ".out");
        final Path err = Files.createTempFile("child-jvm", ".err");
        final Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            process.getOutputStream().close();
            assertTrue(process.waitFor(LONGEST_RUN_S, TimeUnit.SECONDS), "still running: " + builder.command());
            assertEquals(0, process.exitValue(), Files.readString(err));
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }
}
