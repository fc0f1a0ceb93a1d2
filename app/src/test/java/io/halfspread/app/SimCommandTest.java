package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sim} refuses, in one line that says what is accepted. */
final class SimCommandTest {
    private static final String BOOK =
            "1757000000000000000 {\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":1757000000000,\"bbo\":"
                    + "[{\"px\":\"3300.1\",\"sz\":\"5.0\",\"n\":1},{\"px\":\"3300.2\",\"sz\":\"%s\",\"n\":1}]}}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port|70000|port 70000: accepted: 0 to 65535",
                "--port|-1|port -1: accepted: 0 to 65535",
                "--block-ms|-5|block time -5 ms: accepted: 0 to 60000",
                "--asset|A B|name is A B; accepted: 1 to 24 letters",
                "--network|moonnet|--network moonnet: accepted: mainnet, testnet",
                "--account|0x12=5|account 0x12: accepted: 0x and 40 hex digits",
                "--account|0x12|--account 0x12: accepted: ADDRESS=USDC",
                "--account|0x2e988a386a799f506693793c6a5af6b54dfaabfb=-5|accepted: ADDRESS=USDC",
                "--sub-account|0x12|--sub-account 0x12: accepted: ADDRESS=MASTER",
                "--without|sleep|--without sleep: accepted: request-weight, ",
                "--without|help|, schedule-volume",
                "--faults|plan.yaml|no such plan; accepted: a file, or one of wire, ",
                "--cancels|optimistic|--cancels optimistic: accepted: only with --recorded FILE",
                "--recorded|none.gz|none.gz: no such file or folder",
                "--seed|x|'x' is not a long",
                "--colour|red|accepted: ",
            })
    void shouldNameWhatIsAccepted(final String option, final String value, final String words) {
        refused(2, words, "sim", option, value);
    }

    @Test
    void shouldNameTheCoinsOfTheRecording() throws Exception {
        final Path file = Files.writeString(folder.resolve("frames.txt"), BOOK.formatted("4.0"));

        refused(2, "asset HYPE is not in " + file + "; accepted: ETH", "sim", "--recorded", file, "--asset", "HYPE");
        refused(
                2,
                "--cancels perhaps: accepted: pessimistic, optimistic",
                "sim",
                "--recorded",
                file,
                "--cancels",
                "perhaps");
        refused(2, "--recorded with --no-flow: accepted: one of them", "sim", "--recorded", file, "--no-flow");
    }

    @Test
    void shouldRefuseRecordingsItCannotPlay() throws Exception {
        final Path text = Files.writeString(folder.resolve("text.txt"), "no frame\n");
        final Path fine = Files.writeString(folder.resolve("fine.txt"), BOOK.formatted("4.0000001"));

        refused(2, "no book in its 1 lines; accepted: lines of a receive time in ns", "sim", "--recorded", text);
        refused(2, "sizes have 7 decimals; accepted: up to 5", "sim", "--recorded", fine);
        refused(2, "cannot be read", "sim", "--recorded", folder);
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refused(3, "port " + taken.getLocalPort() + " on 127.0.0.1: ", "sim", "--port", taken.getLocalPort());
        }
    }

    private static void refused(final int exitCode, final String words, final Object... args) {
        final Cli.Ran ran = Cli.run(args);
        assertEquals(exitCode, ran.exitCode(), ran::err);
        assertTrue(ran.err().contains(words), ran::err);
        assertTrue(ran.isOneLineOfError(), ran::err);
        assertEquals("", ran.out());
    }
}
