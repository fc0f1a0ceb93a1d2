package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MasterUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "local[*]", "local[2]", "local[4,3]"})
    void shouldTakeLocalWithoutAskingAnybody(final String text) {
        final MasterUrl master = MasterUrl.of(text);

        assertTrue(master.isLocal());
        assertDoesNotThrow(master::requireAnswer);
        assertEquals(text, master.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LOCAL",
                "local[0]",
                "local[-1]",
                "yarn",
                "spark://",
                "spark://host",
                "spark://host:0",
                "spark://host:70000",
                "spark://a:1,",
                "spark://a:1/b",
                "http://host:7077",
                "k8s://",
                "k8s://https://"
            })
    void shouldRefuseOtherFormsInOneLine(final String text) {
        final Failure failure = assertThrows(Failure.class, () -> MasterUrl.of(text));

        assertEquals(Failure.BAD_INPUT, failure.exitCode());
        assertEquals(1L, failure.getMessage().lines().count());
        assertTrue(failure.getMessage().contains("spark://HOST:PORT"), failure.getMessage());
    }

    @Test
    void shouldTakeKubernetesWithAndWithoutScheme() {
        assertTrue(MasterUrl.of("k8s://https://127.0.0.1:6443").isKubernetes());
        assertTrue(MasterUrl.of("k8s://127.0.0.1").isKubernetes());
        assertFalse(MasterUrl.of("spark://127.0.0.1:7077").isKubernetes());
    }

    @Test
    void shouldNameEveryMasterThatDoesNotAnswer() throws IOException {
        final String one = "127.0.0.1:" + closedPort();
        final String two = "127.0.0.1:" + closedPort();

        final Failure failure = assertThrows(
                Failure.class, () -> MasterUrl.of("spark://" + one + "," + two).requireAnswer());

        assertEquals(Failure.ENVIRONMENT, failure.exitCode());
        assertTrue(failure.getMessage().contains(one) && failure.getMessage().contains(two), failure.getMessage());
    }

    @Test
    void shouldBeContentWhenOneOfSeveralMastersAnswers() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            final MasterUrl master =
                    MasterUrl.of("spark://127.0.0.1:" + closedPort() + ",127.0.0.1:" + socket.getLocalPort());

            assertDoesNotThrow(master::requireAnswer);
            assertTrue(master.isLoopback());
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
