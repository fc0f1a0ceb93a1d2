package io.halfspread.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.InfoClient;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the venue itself lists of an account: every order there ever was, and every fill. */
final class VenueRecord {
    private static final int HEX = 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String address;
    private final InfoClient info;
    private final Map<Long, Long> cloids = new HashMap<>();
    private final Map<Long, String> statuses = new HashMap<>();
    private final Map<Long, String> rejected = new HashMap<>();

    VenueRecord(final String url, final String address, final InfoClient info) {
        this.url = url;
        this.address = address;
        this.info = info;
    }

    /** Reads the list of orders, which is cut: to be called at least once for every so many orders. */
    void read() throws IOException, InterruptedException {
        final String query = "{\"type\":\"historicalOrders\",\"user\":\"" + address + "\"}";
        final HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(url + "/info"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        for (final JsonNode state :
                StrictJson.parse(answer.body(), false).root().elements()) {
            final JsonNode order = state.member("order");
            final long oid = Long.parseLong(order.member("oid").text());
            final long cloid = new BigInteger(order.member("cloid").text().substring(2), HEX).longValue();
            final String status = state.member("status").text();
            if (status.endsWith("Rejected")) {
                rejected.put(cloid, status);
                continue;
            }
            cloids.put(oid, cloid);
            statuses.put(cloid, status);
        }
    }

    /** Orders that the venue took. */
    int taken() {
        return cloids.size();
    }

    /** No order is there twice, and each is where the book of our side says. */
    void check(final TripBook book) {
        final Set<Long> seen = new HashSet<>();
        cloids.forEach((oid, cloid) -> assertTrue(seen.add(cloid), "order " + cloid + " is at the venue twice"));
        for (final TripOrder order : book.orders()) {
            final String status = statuses.get(order.cloid);
            final String shown = order + ", at the venue: " + status + " " + rejected.get(order.cloid);
            assertTrue(order.isOver() && !order.unresolved, shown);
            assertEquals(order.state == TripOrder.State.ENDED, status != null, shown);
            assertTrue(status == null || !status.equals("open"), shown);
            seen.remove(order.cloid);
        }
        assertEquals(Set.of(), seen, "orders at the venue that we did not place");
    }

    /** Every fill of the account, page by page. */
    List<AccountFill> fills() throws IOException {
        final List<AccountFill> all = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        long fromMs = 0;
        while (true) {
            final List<AccountFill> page = info.userFillsByTime(address, fromMs);
            for (final AccountFill fill : page) {
                if (seen.add(fill.tid() + "/" + fill.oid())) {
                    all.add(fill);
                }
            }
            if (page.size() < InfoClient.FILLS_PER_ANSWER) {
                return all;
            }
            fromMs = page.get(page.size() - 1).venueNs() / 1_000_000;
        }
    }
}
