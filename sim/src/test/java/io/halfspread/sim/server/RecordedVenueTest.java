package io.halfspread.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.sim.flow.CancelRule;
import io.halfspread.sim.flow.Recording;
import io.halfspread.sim.wire.TestKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A venue whose market is a recorded file. */
@Timeout(60)
final class RecordedVenueTest {
    private static final TestKey MAKER = new TestKey(31);
    private static final long RECORDED_MS = 1_757_000_000_000L;
    private static final int BLOCK_MS = 100;

    @TempDir
    private Path folder;

    private final StringBuilder lines = new StringBuilder();
    private long tids;

    @Test
    void shouldFillRestingOrderByItsPlaceInTheQueue() throws Exception {
        book(0, "3300.1", "5.0");
        trade(1000, "A", "3300.1", "4.0");
        book(1000, "3300.1", "1.0");
        trade(2000, "A", "3300.1", "1.5");
        book(2000, "3299.9", "2.0");
        final VenueConfig config = VenueConfig.builder()
                .blockMs(BLOCK_MS)
                .account(MAKER.address(), 10_000 * Decimal8.ONE)
                .recorded(Recording.of(file()), CancelRule.PESSIMISTIC)
                .build();
        try (VirtualTimeVenue venue = new VirtualTimeVenue(config);
                TestClient client = venue.client()) {
            client.connect();
            client.subscribe("{\"type\":\"userFills\",\"user\":\"" + MAKER.address() + "\"}");
            client.subscribe("{\"type\":\"trades\",\"coin\":\"ETH\"}");
            assertEquals(
                    2,
                    client.info("{\"type\":\"meta\"}")
                            .at("/universe/0/szDecimals")
                            .asInt());
            run(venue, 3);
            assertEquals("5.0", bestBid(client).path("sz").asText());

            client.send("{\"method\":\"post\",\"id\":1,\"request\":{\"type\":\"action\",\"payload\":"
                    + MAKER.request(
                            "{\"type\":\"order\",\"orders\":[{\"a\":0,\"b\":true,\"p\":\"3300.1\",\"s\":\"2\",\"r\":false,"
                                    + "\"t\":{\"limit\":{\"tif\":\"Alo\"}}}],\"grouping\":\"na\"}",
                            VirtualTimeVenue.START_MS)
                    + "}}");
            run(venue, 3);
            final JsonNode reply = client.await("post");
            assertTrue(
                    reply.at("/response/payload/response/data/statuses/0/resting/oid")
                                    .asLong()
                            > 0,
                    reply::toString);
            assertEquals("7.0", bestBid(client).path("sz").asText());
            assertEquals(2, bestBid(client).path("n").asInt());

            run(venue, 9);
            assertEquals("3.0", bestBid(client).path("sz").asText());
            assertEquals(0, client.info(fills()).size(), "what was ahead of us traded, we did not");

            assertFalse(venue.venue().isRecordingOver());
            run(venue, 12);
            final JsonNode fill = client.await(
                            frame -> frame.path("channel").asText().equals("userFills")
                                    && !frame.at("/data/isSnapshot").asBoolean())
                    .at("/data/fills/0");
            assertEquals("0.5", fill.path("sz").asText());
            assertEquals("3300.1", fill.path("px").asText());
            assertFalse(fill.path("crossed").asBoolean());
            assertEquals(1, client.info(fills()).size());
            assertTrue(venue.venue().isRecordingOver());
        }
    }

    @Test
    void shouldNameTheCoinsOfTheRecordingWhenAnotherIsWanted() throws Exception {
        book(0, "3300.1", "5.0");
        final VenueConfig.Builder config =
                VenueConfig.builder().coin("HYPE").recorded(Recording.of(file()), CancelRule.PESSIMISTIC);

        final String refusal =
                assertThrows(IllegalArgumentException.class, config::build).getMessage();
        assertTrue(refusal.startsWith("asset HYPE is not in ") && refusal.endsWith("; accepted: ETH"), refusal);
    }

    private static void run(final VirtualTimeVenue venue, final int blocks) {
        for (int i = 0; i < blocks; i++) {
            venue.advance(BLOCK_MS);
        }
    }

    private static JsonNode bestBid(final TestClient client) throws Exception {
        return client.info("{\"type\":\"l2Book\",\"coin\":\"ETH\"}").at("/levels/0/0");
    }

    private static String fills() {
        return "{\"type\":\"userFills\",\"user\":\"" + MAKER.address() + "\"}";
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("frames.txt"), lines);
    }

    private void book(final long ms, final String bid, final String sz) {
        line(
                ms,
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"ETH\",\"time\":%d,\"levels\":[[{\"px\":\"%s\",\"sz\":\"%s\",\"n\":1}],[{\"px\":\"3300.5\",\"sz\":\"3.25\",\"n\":1}]]}}"
                        .formatted(RECORDED_MS + ms, bid, sz));
    }

    private void trade(final long ms, final String side, final String px, final String sz) {
        line(
                ms + 20,
                "{\"channel\":\"trades\",\"data\":[{\"coin\":\"ETH\",\"side\":\"%s\",\"px\":\"%s\",\"sz\":\"%s\",\"time\":%d,\"tid\":%d}]}"
                        .formatted(side, px, sz, RECORDED_MS + ms, ++tids));
    }

    private void line(final long ms, final String frame) {
        lines.append((RECORDED_MS + ms) * 1_000_000L).append(' ').append(frame).append('\n');
    }
}
