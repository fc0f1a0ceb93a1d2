package io.halfspread.gateway.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class NoncesTest {
    private static final long START_MS = 1_790_232_236_546L;

    @TempDir
    Path folder;

    private Path file;
    private long nowMs = START_MS;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("state/nonces");
    }

    @Test
    void shouldFollowTheClockAndRiseWhenItStandsOrGoesBack() throws IOException {
        final Nonces nonces = new Nonces(this::nowNs, null);

        assertEquals(START_MS, nonces.next());
        assertEquals(START_MS + 1, nonces.next());
        nowMs -= 3_600_000;
        assertEquals(START_MS + 2, nonces.next());
        nowMs = START_MS + 50;
        assertEquals(START_MS + 50, nonces.next());
        nonces.renew();
        nonces.close();
    }

    @Test
    void shouldBeginAboveTheLastWhenClosedAndOpenedAgain() throws IOException {
        final long last;
        try (Nonces nonces = open()) {
            nonces.next();
            last = nonces.next();
        }
        nowMs -= 1_000;

        try (Nonces nonces = open()) {
            assertEquals(last + 1, nonces.next());
        }
    }

    @Test
    void shouldBeginAboveTheMarkWhenTheProcessWasKilledAndTheClockWentBack() throws IOException, InterruptedException {
        final Process child = NonceChild.start(file);
        long highest = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 200; i++) {
                highest = Long.parseLong(lines.readLine());
            }
            assertTrue(
                    assertThrows(IOException.class, this::open)
                            .getMessage()
                            .contains("another process signs with this key already"),
                    "while it lives");
            child.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                highest = line.length() == 13 ? Long.parseLong(line) : highest;
            }
            child.waitFor();
        }
        nowMs = highest - 3_600_000;

        try (Nonces nonces = open()) {
            final long next = nonces.next();
            assertTrue(next > highest, () -> next + " after a crash");
            assertTrue(next <= highest + 61_000, () -> next + " is no further than what was reserved");
        }
    }

    @Test
    void shouldKeepTheMarkAheadWhenTimePassesWithOrWithoutRenewal() throws IOException {
        try (Nonces nonces = open()) {
            assertEquals(START_MS + 60_000, mark());
            nonces.renew();
            assertEquals(START_MS + 60_000, mark());
            nowMs += 31_000;
            nonces.renew();
            assertEquals(nowMs + 60_000, mark());
            nowMs += 60_001;
            final long nonce = nonces.next();
            assertEquals(nonce + 60_000, mark());
        }
        assertEquals(nowMs, mark());
    }

    @Test
    void shouldGoOnAndTellWhenTheMarkCannotBeWritten() throws IOException {
        final List<String> notes = new ArrayList<>();
        final Nonces nonces = new Nonces(this::nowNs, file, notes::add);
        Files.createDirectory(file.resolveSibling("nonces.new"));
        nowMs += 61_000;

        assertEquals(nowMs, nonces.next());
        nonces.renew();
        assertEquals(nowMs + 1, nonces.next());
        assertEquals(1, notes.size(), notes.toString());
        assertTrue(notes.get(0).contains("cannot be written"), notes.get(0));

        Files.delete(file.resolveSibling("nonces.new"));
        nonces.renew();
        assertTrue(mark() > nowMs);
        nonces.close();
    }

    @Test
    void shouldRefuseASecondOwnerWithinThisProcess() throws IOException {
        try (Nonces nonces = open()) {
            final String message = assertThrows(IOException.class, this::open).getMessage();

            assertTrue(message.contains(file + ": this process signs with this key already"), message);
            assertEquals(START_MS, nonces.next());
        }
    }

    @Test
    void shouldSayWhatIsWrongWhenTheFileIsNoMark() throws IOException {
        Files.createDirectories(file.getParent());
        for (final String bad : List.of("", "x", "-5\n", "1790232236546 1790232236547", "9".repeat(400))) {
            Files.writeString(file, bad);
            final String message = assertThrows(IOException.class, this::open).getMessage();
            assertTrue(message.startsWith(file + ": holds no nonce; accepted: "), message);
            assertEquals(bad, Files.readString(file));
        }
        Files.writeString(file, Long.toString(START_MS + 90_000_000));
        final String message = assertThrows(IOException.class, this::open).getMessage();
        assertTrue(message.contains("more than a day ahead of the clock"), message);
        Files.delete(file);
        open().close();
    }

    @Test
    void shouldGiveEachNonceOnceWhenThreadsCompete() throws Exception {
        final int threads = 4;
        final int each = 5_000;
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Nonces nonces = new Nonces(SystemEpochNanoClock.INSTANCE, file)) {
            final List<Future<List<Long>>> drawn = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                drawn.add(pool.submit(draw(nonces, each)));
            }
            final Set<Long> all = new HashSet<>();
            for (final Future<List<Long>> future : drawn) {
                final List<Long> mine = future.get();
                for (int i = 1; i < mine.size(); i++) {
                    assertTrue(mine.get(i) > mine.get(i - 1), "rising for each thread");
                }
                all.addAll(mine);
            }
            assertEquals(threads * each, all.size());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Callable<List<Long>> draw(final Nonces nonces, final int count) {
        return () -> {
            final List<Long> drawn = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                drawn.add(nonces.next());
            }
            return drawn;
        };
    }

    private Nonces open() throws IOException {
        return new Nonces(this::nowNs, file);
    }

    private long mark() throws IOException {
        return Long.parseLong(Files.readString(file).strip());
    }

    private long nowNs() {
        return nowMs * 1_000_000;
    }
}
