package io.halfspread.bench.wire;

import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/**
 * Answers of {@code /info}, taken from the simulated venue, which runs only while one is asked for: instruments, fees, an
 * account that has money and no orders.
 */
final class InfoProxy implements AutoCloseable {
    private static final long DEPOSIT = 1_000_000L * 100_000_000L;

    private final HttpClient client = HttpClient.newBuilder()
            .executor(task -> {
                final Thread thread = new Thread(task, "info");
                thread.setDaemon(true);
                thread.start();
            })
            .build();
    private final SimVenue venue;

    InfoProxy(final String account) {
        venue = SimVenue.open(VenueConfig.builder()
                .port(0)
                .seed(1)
                .network(SimNetwork.TESTNET)
                .account(account, DEPOSIT)
                .coin(FrameDeck.COIN)
                .build());
    }

    /** The answer to a request; takes some milliseconds. */
    String ask(final String path, final String body) {
        final CompletableFuture<String> answer = client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + venue.port() + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
        while (!answer.isDone()) {
            venue.step(System.currentTimeMillis());
            Thread.onSpinWait();
        }
        return answer.join();
    }

    @Override
    public void close() throws IOException {
        venue.close();
    }
}
