package io.halfspread.app.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The simulated venue in a process of its own. */
@Timeout(60)
class SimProcessTest {
    private static final String FRAMES = """
            1757000000000000000 {"channel":"bbo","data":{"coin":"ETH","time":1757000000000,"bbo":[{"px":"3300.1","sz":"5.0","n":1},{"px":"3300.2","sz":"4.0","n":1}]}}
            torn
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldPlayRecordingUntilInterrupted() throws Exception {
        final Path file = Files.writeString(folder.resolve("frames.txt"), FRAMES);
        try (ChildRun sim = ChildRun.start(folder, null, "sim", "--port", "0", "--recorded", file.toString())) {
            final String ready = sim.line();
            assertTrue(ready.matches("ready 127\\.0\\.0\\.1:\\d+"), sim::log);
            while (!sim.log().contains("the recording is over; its last books stay")) {
                Thread.onSpinWait();
            }
            assertTrue(
                    query(ready.substring("ready ".length()))
                            .contains(
                                    "\"levels\":[[{\"px\":\"3300.1\",\"sz\":\"5.0\",\"n\":1}],[{\"px\":\"3300.2\",\"sz\":\"4.0\",\"n\":1}]]"),
                    sim::log);
            assertTrue(
                    sim.log().contains("1 of 2 lines are not of the form and left out, the first is line 2"), sim::log);

            sim.signal("INT");
            assertEquals(0, sim.exitCode(), sim::log);
        }
    }

    private static String query(final String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + address + "/info"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"l2Book\",\"coin\":\"ETH\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
