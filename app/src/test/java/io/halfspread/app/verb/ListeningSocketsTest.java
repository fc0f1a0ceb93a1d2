package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and what they listen on: a venue on loopback and nowhere else, a session on nothing at all, or on loopback for its page. */
@Timeout(60)
class ListeningSocketsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void setUp() {
        assumeTrue(Files.exists(Path.of("/proc/self/net/tcp")), "no /proc here");
    }

    @Test
    void shouldListenOnLoopbackOnlyWhenSimulatingAVenue() throws Exception {
        try (ChildRun sim = ChildRun.start(folder, null, "sim", "--port", "0")) {
            sim.line();

            assertEquals(List.of("loopback"), ListeningSockets.of(sim.pid()), sim::log);
        }
    }

    @Test
    void shouldListenOnNothingWhenTradingWithoutItsPage() throws Exception {
        assertEquals(List.of(), socketsWhenTrading("--no-dashboard"));
    }

    @Test
    void shouldListenOnLoopbackOnlyWhenTradingWithItsPage() throws Exception {
        assertEquals(List.of("loopback"), socketsWhenTrading("--dashboard", "--dashboard-port=0"));
    }

    private static String[] command(final Path config, final PlainVenue venue, final String... options) {
        final List<String> command =
                new ArrayList<>(List.of("run", "--config", config.toString(), "--venue-url", venue.url(), "--json"));
        command.addAll(List.of(options));
        return command.toArray(String[]::new);
    }

    private List<String> socketsWhenTrading(final String... options) throws Exception {
        final Path config = PaperWiring.write(folder, "shared");
        try (PlainVenue venue = new PlainVenue();
                ChildRun run = ChildRun.start(folder, null, command(config, venue, options))) {
            assertEquals("quoting", run.line(), run::log);
            return ListeningSockets.of(run.pid());
        }
    }

    @Test
    void shouldFindASocketThatIsOpenToTheWorld() throws Exception {
        final int before = ListeningSockets.of(ProcessHandle.current().pid()).size();
        try (ServerSocket world = new ServerSocket();
                ServerSocket near = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            world.bind(new InetSocketAddress(0));
            final List<String> open =
                    ListeningSockets.of(ProcessHandle.current().pid());

            assertEquals(before + 2, open.size());
            assertEquals(
                    1, open.stream().filter(address -> address.matches("0+")).count(), near::toString);
        }
    }
}
