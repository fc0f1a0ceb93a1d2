package io.halfspread.engine.hjb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The same bits twice, compiled and interpreted, with and without the vector kernel, and on another JDK. */
class SolverDeterminismTest {
    private static final Path THIS_JDK = Path.of(System.getProperty("java.home"));

    @Test
    void shouldGiveTheSameBitsWhenCompiled() {
        final String first = SolutionBits.checksum();
        for (int i = 0; i < 200; i++) {
            assertEquals(first, SolutionBits.checksum());
        }
    }

    @Test
    void shouldGiveTheSameBitsWhenInterpreted() throws IOException, InterruptedException {
        assertEquals(SolutionBits.checksum() + " plain", inChild(THIS_JDK, "-Xint"));
    }

    @Test
    void shouldGiveTheSameBitsWhenVectorsAreSpelledOut() throws IOException, InterruptedException {
        assertEquals("plain", BlockKernels.inUse());
        assertEquals(SolutionBits.checksumOfLargeCoin(), withVectors(THIS_JDK));
    }

    @Test
    void shouldGiveTheSameBitsWhenAnotherJdkSolves() throws IOException, InterruptedException {
        final List<Path> others = otherJdks();
        if (others.isEmpty()) {
            System.out.println("skipped: no other JDK beside " + THIS_JDK);
        }
        Assumptions.assumeFalse(others.isEmpty());
        for (final Path jdk : others) {
            assertEquals(
                    SolutionBits.checksumOfLargeCoin() + " plain",
                    inChild(jdk, "-Xshare:auto", "large"),
                    jdk::toString);
            assertEquals(SolutionBits.checksumOfLargeCoin(), withVectors(jdk), jdk::toString);
        }
    }

    private static String withVectors(final Path jdk) throws IOException, InterruptedException {
        final String[] printed =
                inChild(jdk, "--add-modules=jdk.incubator.vector", "large").split(" ", 2);
        assertTrue(printed[1].startsWith("vector of "), printed[1]);
        return printed[0];
    }

    private static List<Path> otherJdks() throws IOException {
        final Path siblings = THIS_JDK.toRealPath().getParent();
        try (Stream<Path> jdks = Files.list(siblings)) {
            return jdks.filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
                    .filter(jdk -> jdk.getFileName().toString().matches(".*(?:17|21|25).*"))
                    .filter(jdk -> !Files.isSymbolicLink(jdk) && !jdk.equals(real(THIS_JDK)))
                    .toList();
        }
    }

    private static Path real(final Path path) {
        try {
            return path.toRealPath();
        } catch (final IOException e) {
            return path;
        }
    }

    private static String inChild(final Path jdk, final String flag, final String... args)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.add(flag);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(SolutionBits.class.getName());
        command.addAll(List.of(args));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return printed;
    }
}
