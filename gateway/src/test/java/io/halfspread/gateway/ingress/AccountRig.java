package io.halfspread.gateway.ingress;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.AccountDesk;
import io.halfspread.gateway.account.UnresolvedGate;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.VenueClient;
import io.halfspread.gateway.net.VenueServer;
import io.halfspread.gateway.rest.InfoServer;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;

/** An ingress with an account, on real sockets and a real HTTP server, stepped by the test's thread. */
final class AccountRig implements AutoCloseable {
    static final String ACCOUNT = "0x70997970C51812dc3a010c7d01b50e0d17dc79c8";
    static final long MS = 1_000_000L;

    final InfoServer http = new InfoServer();
    final List<String> notes = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final VenueServer server = new VenueServer(client -> {});
    final IngressAgent agent;
    final AccountDesk desk;
    volatile boolean clear = true;
    volatile long losses;
    private final EventRing ring = new EventRing(1024);
    private final RingReader reader = ring.newReader();
    private final ExecutorService queries = Executors.newSingleThreadExecutor();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    AccountRig(final List<String> coins) {
        this(coins, IngressSettings.REVIEW_NS);
    }

    AccountRig(final List<String> coins, final long reviewNs) {
        http.on("clearinghouseState", state(0, 1000)).on("openOrders", "[]");
        desk = new AccountDesk(
                ACCOUNT,
                coins,
                http.info(),
                new UnresolvedGate() {
                    @Override
                    public boolean isClear() {
                        return clear;
                    }

                    @Override
                    public long losses() {
                        return losses;
                    }
                },
                new SideQueue(AccountDesk.QUEUE_CAPACITY),
                queries,
                note -> {});
        agent = new IngressAgent(
                WallClock.ofSystem(),
                new NettyNetwork(server.address(), 1 << 16),
                ring,
                new CoinIndex(coins),
                new IngressSettings(
                                ConnectionPlan.of(coins, Set.of(MarketStream.BBO))
                                        .withAccount(ACCOUNT),
                                new FeedTimings(
                                        8_000 * MS,
                                        8_000 * MS,
                                        100 * MS,
                                        8_000 * MS,
                                        5 * MS,
                                        20 * MS,
                                        60_000 * MS,
                                        Map.of()),
                                new ConnectionBudget(1000, 10),
                                20_261_125)
                        .withReview(reviewNs),
                List.of(),
                desk,
                FrameTap.NONE,
                notes::add);
    }

    /** An answer with one position of HYPE. */
    static String state(final double position, final long timeMs) {
        return "{\"marginSummary\":{\"accountValue\":\"1000.0\"},\"withdrawable\":\"900.0\",\"assetPositions\":["
                + (position == 0
                        ? ""
                        : "{\"position\":{\"coin\":\"HYPE\",\"szi\":\"" + position
                                + "\",\"entryPx\":\"40.5\",\"positionValue\":\"40.0\"}}")
                + "],\"time\":" + timeMs + "}";
    }

    /** The connection of the account's streams that was made last. */
    VenueClient client() {
        VenueClient found = null;
        for (final VenueClient client : server.clients()) {
            if (client.received().stream().anyMatch(text -> text.contains("orderUpdates"))) {
                found = client;
            }
        }
        return found;
    }

    /** Steps until something holds; fails after a while. */
    void until(final String what, final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + 60_000 * MS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > endNs) {
                throw new AssertionError(what + " did not happen; events: " + events + ", notes: " + notes);
            }
            if (agent.doWork() == 0) {
                Thread.yield();
            }
            while (reader.poll(this::onMessage, 256) > 0) {
                Thread.onSpinWait();
            }
        }
    }

    void untilReady(final int times) {
        until("ready", () -> count("READY") == times);
    }

    long count(final String event) {
        return events.stream().filter(event::equals).count();
    }

    /** Events from the last of some kind on. */
    List<String> since(final String event) {
        return events.subList(events.lastIndexOf(event), events.size());
    }

    private void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        switch (header.wrap(buffer, offset).templateId()) {
            case ConnectionStateDecoder.TEMPLATE_ID -> {
                final var state = new ConnectionStateDecoder().wrapAndApplyHeader(buffer, offset, header);
                if (state.connection() == 1) {
                    events.add(state.status() + (state.carriesOrders().value() == 1 ? "" : " without orders"));
                }
            }
            case OrderUpdateDecoder.TEMPLATE_ID -> {
                final var update = new OrderUpdateDecoder().wrapAndApplyHeader(buffer, offset, header);
                events.add("order " + update.oid() + " " + update.status());
            }
            case FillDecoder.TEMPLATE_ID -> {
                final var fill = new FillDecoder().wrapAndApplyHeader(buffer, offset, header);
                events.add((fill.snapshot().value() == 1 ? "old fill " : "fill ") + fill.tid());
            }
            case FundingPaymentDecoder.TEMPLATE_ID -> {
                final var funding = new FundingPaymentDecoder().wrapAndApplyHeader(buffer, offset, header);
                events.add("funding " + funding.usd());
            }
            case AccountSnapshotDecoder.TEMPLATE_ID -> {
                final var snapshot = new AccountSnapshotDecoder().wrapAndApplyHeader(buffer, offset, header);
                final StringBuilder text = new StringBuilder(
                        "account " + snapshot.part() + (snapshot.last().value() == 1 ? " last" : ""));
                snapshot.positions()
                        .forEach(p -> text.append(" ")
                                .append(p.instrument())
                                .append(":")
                                .append(p.size()));
                snapshot.openOrders().forEach(o -> text.append(" #").append(o.oid()));
                events.add(text.toString());
            }
            default -> {}
        }
    }

    @Override
    public void close() {
        agent.onClose();
        queries.shutdownNow();
        server.close();
        http.close();
    }
}
