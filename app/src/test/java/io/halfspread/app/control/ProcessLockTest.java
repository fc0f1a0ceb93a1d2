package io.halfspread.app.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessLockTest {
    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    @Test
    void shouldRefuseAnotherProcessAndTakeOverFromADeadOne() throws Exception {
        final Path file = folder.resolve("locks").resolve("account.lock");
        final Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LockChild.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertEquals(
                    "locked",
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))
                            .readLine());
            final Failure refused = assertThrows(Failure.class, () -> ProcessLock.take(file, "the account", log::add));
            assertEquals(Failure.ENVIRONMENT, refused.exitCode());
            assertTrue(
                    refused.getMessage().startsWith("the account is in use by process " + child.pid() + " started "),
                    refused.getMessage());
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();

        final ProcessLock lock = ProcessLock.take(file, "the account", log::add);
        assertTrue(log.get(0).contains("process " + child.pid()), log::toString);
        assertThrows(Failure.class, () -> ProcessLock.take(file, "the account", log::add));
        lock.close();
        log.clear();
        ProcessLock.take(file, "the account", log::add).close();
        assertEquals(List.of(), log);
    }
}
