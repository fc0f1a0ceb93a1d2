package io.halfspread.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.CancelOrderEncoder;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.AccountDesk;
import io.halfspread.gateway.account.UnresolvedGate;
import io.halfspread.gateway.account.VenueOrders;
import io.halfspread.gateway.ingress.FrameTap;
import io.halfspread.gateway.ingress.IngressAgent;
import io.halfspread.gateway.ingress.IngressSettings;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.order.EgressAgent;
import io.halfspread.gateway.order.EgressSettings;
import io.halfspread.gateway.order.SendTap;
import io.halfspread.gateway.order.TradedInstrument;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The whole gateway with a book in the place of the engine: ingress with market data and account, egress, the thread of
 * queries. Stepped by the caller's thread.
 */
final class TripDesk implements AutoCloseable {
    static final long SIZE = Decimal8.ONE;
    static final String COIN = "HYPE";
    static final String ADDRESS = key().addressText();

    private static final long SESSION = 0x0123_4567_89ab_cdefL;
    private static final long MS = 1_000_000L;
    private static final long REPLY_TIMEOUT_NS = 200 * MS;
    private static final int NOTES_KEPT = 100;
    private static final FeedTimings TIMINGS =
            new FeedTimings(5_000 * MS, 5_000 * MS, 1_000 * MS, 3_000 * MS, 2 * MS, 10 * MS, 10_000 * MS, Map.of());

    private final EventRing outputs = new EventRing(1024);
    private final EventRing inputs = new EventRing(1024);
    private final RingReader reader = inputs.newReader();
    private final SideQueue outcomes = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrderEncoder place = new PlaceOrderEncoder();
    private final ModifyOrderEncoder modify = new ModifyOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final List<String> notes = new ArrayList<>();
    private final SigningKey key = key();
    private final Nonces nonces = new Nonces(WallClock.ofSystem(), null);
    private final ExecutorService queries = Executors.newSingleThreadExecutor();
    private final ExecutorService cancels = Executors.newSingleThreadExecutor();
    private final TripBook book = new TripBook(SIZE, this::cancel);
    private final InfoClient info;
    private final EgressAgent egress;
    private final AccountDesk account;
    private final IngressAgent ingress;
    private long cloids;
    private long commands;

    TripDesk(final String url) throws IOException {
        final Duration patience = Duration.ofSeconds(2);
        final VenueHttp http = new VenueHttp(url, new RestTimings(patience, patience, patience));
        info = new InfoClient(http, WeightBudget.unlimited());
        egress = new EgressAgent(
                WallClock.ofSystem(),
                network(url),
                outputs.newReader(),
                outcomes,
                new ActionSigner(key, VenueNetwork.TESTNET),
                nonces,
                queries,
                cancels,
                new VenueOrders(info, ADDRESS, note -> {}),
                new ExchangeClient(http, WeightBudget.unlimited()),
                new EgressSettings(
                        List.of(new TradedInstrument(COIN, 0)),
                        null,
                        REPLY_TIMEOUT_NS,
                        EgressSettings.EXPIRES_AFTER_MS,
                        EgressSettings.VENUE_IN_FLIGHT,
                        new MessageBudget(0),
                        TIMINGS,
                        new ConnectionBudget(10_000, 1),
                        2,
                        3,
                        OrderScope.EVERYTHING),
                SendTap.NONE,
                this::note);
        account = new AccountDesk(
                ADDRESS,
                List.of(COIN),
                info,
                UnresolvedGate.of(egress),
                new SideQueue(AccountDesk.QUEUE_CAPACITY),
                queries,
                note -> {});
        ingress = new IngressAgent(
                WallClock.ofSystem(),
                network(url),
                inputs,
                new CoinIndex(List.of(COIN)),
                new IngressSettings(
                        ConnectionPlan.of(List.of(COIN), Set.of(MarketStream.BBO))
                                .withAccount(ADDRESS),
                        TIMINGS,
                        new ConnectionBudget(10_000, 2),
                        new MessageBudget(0),
                        5,
                        IngressSettings.REVIEW_NS),
                List.of(outcomes),
                account,
                FrameTap.NONE,
                this::note);
    }

    private static NettyNetwork network(final String url) {
        return new NettyNetwork(WebSocketAddress.beside(url, VenueNetwork.SOCKET_PATH), 1 << 20);
    }

    private static SigningKey key() {
        final byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 9);
        return SigningKey.of(secret);
    }

    private void note(final String text) {
        if (notes.size() == NOTES_KEPT) {
            notes.remove(0);
        }
        notes.add(text);
    }

    InfoClient info() {
        return info;
    }

    TripBook book() {
        return book;
    }

    /** Commands given so far. */
    long commands() {
        return commands;
    }

    /** Replies that came after their action had its outcome. */
    long lateReplies() {
        return egress.lateReplies();
    }

    TripOrder place(final Side side, final long px, final Tif tif) {
        final TripOrder order = new TripOrder(++cloids, tif == Tif.IOC, null);
        book.add(order);
        place.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(++commands)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(tif)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(order.cloid)
                .px(px)
                .sz(SIZE);
        outputs.publish(place.limit());
        return order;
    }

    TripOrder modify(final TripOrder target, final Side side, final long px) {
        final TripOrder order = new TripOrder(++cloids, false, target);
        book.add(order);
        modify.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(++commands)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(Tif.ALO)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(order.cloid)
                .targetCloidLow(target.cloid)
                .targetOid(ModifyOrderEncoder.targetOidNullValue())
                .px(px)
                .sz(SIZE);
        outputs.publish(modify.limit());
        return order;
    }

    private void cancel(final TripOrder order) {
        cancel.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(++commands)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .reason(CancelReason.NOT_QUOTED)
                .cloidHigh(SESSION)
                .cloidLow(order.cloid)
                .oid(CancelOrderEncoder.oidNullValue());
        outputs.publish(cancel.limit());
    }

    /** Waits until the engine would quote. */
    void ready() {
        until("ready", () -> egress.isReady() && account.isIdle());
    }

    /** Waits until every command has its outcome. */
    void answered() {
        until("answered", () -> egress.isIdle() && outcomes.isEmpty());
    }

    /** Waits until nothing is to be done any more. */
    void settled() {
        until(
                "settled",
                () -> egress.isReady()
                        && egress.isIdle()
                        && outcomes.isEmpty()
                        && account.isIdle()
                        && book.orders().stream().allMatch(TripOrder::isOver));
    }

    void step() {
        final int work = egress.doWork() + ingress.doWork();
        while (reader.poll(book, 256) > 0) {
            Thread.onSpinWait();
        }
        if (work == 0) {
            Thread.yield();
        }
    }

    private void until(final String what, final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + 30_000 * MS;
        while (!holds.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < endNs,
                    () -> "not " + what + "; open: "
                            + book.orders().stream()
                                    .filter(order -> !order.isOver())
                                    .toList() + "; "
                            + egress.connects() + " order connections of which " + egress.losses() + " were lost, "
                            + egress.inFlight() + " in flight, " + egress.unresolved() + " unresolved, "
                            + egress.queriesRunning() + " queries; notes: " + notes);
            step();
        }
        step();
    }

    @Override
    public void close() {
        ingress.onClose();
        egress.onClose();
        queries.shutdownNow();
        cancels.shutdownNow();
        nonces.close();
        key.close();
    }
}
