package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session does while the venue does not tell it its instruments. */
class SessionPreparationTest {
    private static final byte[] META = ("{\"universe\":[{\"szDecimals\":2,\"name\":\"HYPE\",\"maxLeverage\":10,"
                    + "\"marginTableId\":1}],\"marginTables\":[],\"collateralToken\":0}")
            .getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> log = new ArrayList<>();
    private HttpServer venue;

    @AfterEach
    void stop() {
        venue.stop(0);
    }

    @Test
    void shouldAskAVenueThatFailedAgain() throws Exception {
        final SessionPreparation preparation = beside(502, 2);

        assertEquals("HYPE", preparation.prepare().assets().get(0).coin());
        assertEquals(3, asked.get());
        assertEquals(
                2, log.stream().filter(line -> line.endsWith("; asked again")).count(), log::toString);
    }

    @Test
    void shouldGiveUpOnAVenueThatGoesOnFailing() throws Exception {
        final SessionPreparation preparation = beside(502, Integer.MAX_VALUE);

        assertThrows(Failure.class, preparation::prepare);
        assertEquals(3, asked.get());
    }

    @Test
    void shouldNotAskAgainWhatIsRefused() throws Exception {
        final SessionPreparation preparation = beside(422, 1);

        assertThrows(Failure.class, preparation::prepare);
        assertEquals(1, asked.get());
    }

    /** Beside a venue that answers so at first. */
    private SessionPreparation beside(final int status, final int times) throws IOException {
        venue = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        venue.createContext("/info", exchange -> {
            exchange.getRequestBody().readAllBytes();
            final boolean fails = asked.incrementAndGet() <= times;
            exchange.sendResponseHeaders(fails ? status : 200, fails ? -1 : META.length);
            if (!fails) {
                exchange.getResponseBody().write(META);
            }
            exchange.close();
        });
        venue.start();
        final HalfspreadConfig config = HalfspreadConfig.load(
                        Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"))
                .with(ConfigOption.ASSET, "HYPE")
                .with(
                        ConfigOption.VENUE_URL,
                        "http://127.0.0.1:" + venue.getAddress().getPort());
        return new SessionPreparation(config, SessionMode.LIVE, VenueAccess.withoutKey(config, ""), log::add);
    }
}
