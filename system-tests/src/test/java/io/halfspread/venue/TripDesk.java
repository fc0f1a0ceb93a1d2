package io.halfspread.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderEncoder;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.gateway.account.VenueOrders;
import io.halfspread.gateway.ingress.WallClock;
import io.halfspread.gateway.net.NettyNetwork;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.order.EgressAgent;
import io.halfspread.gateway.order.EgressSettings;
import io.halfspread.gateway.order.OrderReport;
import io.halfspread.gateway.order.SendTap;
import io.halfspread.gateway.order.TradedInstrument;
import io.halfspread.gateway.rest.AccountFill;
import io.halfspread.gateway.rest.AccountPosition;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueBook;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;

/** Gives commands to an egress in the place of the engine and keeps what it is told of each order. */
final class TripDesk implements AutoCloseable, MessageHandler {
    static final long SESSION = 0x0123_4567_89ab_cdefL;
    static final String ADDRESS = key().addressText();

    private static final long MS = 1_000_000L;
    private static final long SIZE = Decimal8.ONE / 2;

    private final EventRing outputs = new EventRing(1024);
    private final EventRing inputs = new EventRing(1024);
    private final RingReader reader = inputs.newReader();
    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PlaceOrderEncoder place = new PlaceOrderEncoder();
    private final ModifyOrderEncoder modify = new ModifyOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final MessageHeaderDecoder decoded = new MessageHeaderDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final Map<Long, List<String>> told = new HashMap<>();
    private final Map<Long, Integer> sides = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final SigningKey key = key();
    private final Nonces nonces;
    private final InfoClient info;
    private final ExecutorService queries = Executors.newSingleThreadExecutor();
    private final EgressAgent agent;
    private long cloids;
    private long position;
    private long lost;

    TripDesk(final String url) throws IOException {
        nonces = new Nonces(WallClock.ofSystem(), null);
        final Duration patience = Duration.ofSeconds(2);
        final VenueHttp http = new VenueHttp(url, new RestTimings(patience, patience, patience));
        info = new InfoClient(http, WeightBudget.unlimited());
        agent = new EgressAgent(
                WallClock.ofSystem(),
                new NettyNetwork(WebSocketAddress.beside(url, VenueNetwork.SOCKET_PATH), 1 << 16),
                outputs.newReader(),
                queue,
                new ActionSigner(key, VenueNetwork.TESTNET),
                nonces,
                queries,
                orders(),
                new ExchangeClient(http, WeightBudget.unlimited()),
                new EgressSettings(
                        List.of(new TradedInstrument("HYPE", 0)),
                        null,
                        300 * MS,
                        EgressSettings.EXPIRES_AFTER_MS,
                        EgressSettings.VENUE_IN_FLIGHT,
                        new FeedTimings(
                                5_000 * MS, 5_000 * MS, 1_000 * MS, 3_000 * MS, 2 * MS, 10 * MS, 10_000 * MS, Map.of()),
                        new ConnectionBudget(10_000, 1),
                        0,
                        3),
                SendTap.NONE,
                notes::add);
    }

    private static SigningKey key() {
        final byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 9);
        return SigningKey.of(secret);
    }

    VenueOrders orders() {
        return new VenueOrders(info, ADDRESS);
    }

    VenueBook book() throws IOException {
        return info.l2Book("HYPE");
    }

    List<AccountFill> fills() throws IOException {
        return info.userFills(ADDRESS);
    }

    List<AccountPosition> positions() throws IOException {
        return info.clearinghouseState(ADDRESS).positions();
    }

    long lastCloid() {
        return cloids;
    }

    long position() {
        return position;
    }

    long lost() {
        return lost;
    }

    long place(final Side side, final long px, final Tif tif) {
        place.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(++cloids)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(tif)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloids)
                .px(px)
                .sz(SIZE);
        outputs.publish(place.limit());
        sides.put(cloids, side == Side.BID ? 1 : -1);
        return cloids;
    }

    long modify(final long target, final long px) {
        modify.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(++cloids)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .tif(Tif.ALO)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloids)
                .targetCloidLow(target)
                .targetOid(ModifyOrderEncoder.targetOidNullValue())
                .px(px)
                .sz(SIZE);
        outputs.publish(modify.limit());
        return cloids;
    }

    void cancel(final long cloid) {
        cancel.wrapAndApplyHeader(outputs.claim(), 0, header)
                .causeSequence(-cloid)
                .eventNs(1)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .reason(CancelReason.NOT_QUOTED)
                .cloidHigh(SESSION)
                .cloidLow(cloid)
                .oid(CancelOrderEncoder.oidNullValue());
        outputs.publish(cancel.limit());
    }

    void ready() {
        until(agent::isReady);
    }

    void idle() {
        until(agent::isIdle);
        step();
    }

    private void until(final BooleanSupplier holds) {
        final long endNs = System.nanoTime() + 30_000 * MS;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < endNs, notes::toString);
            step();
        }
    }

    private void step() {
        final int work = agent.doWork();
        queue.drain(inputs, 1);
        while (reader.poll(this, 256) > 0) {
            Thread.onSpinWait();
        }
        if (work == 0) {
            Thread.yield();
        }
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final int template = decoded.wrap(buffer, offset).templateId();
        if (template == ActionResponseDecoder.TEMPLATE_ID) {
            response.wrapAndApplyHeader(buffer, offset, decoded);
            if (response.kind() == ResponseKind.UNRESOLVED) {
                lost++;
                return;
            }
            if (response.kind() == ResponseKind.FILLED) {
                position += sideOf(response.cloidLow()) * response.totalSz();
            }
            tell(response.cloidLow(), response.command() + " " + response.kind());
        } else if (template == OrderUpdateDecoder.TEMPLATE_ID) {
            update.wrapAndApplyHeader(buffer, offset, decoded);
            final long filled = update.originalSz() - update.remainingSz();
            position += (update.side() == Side.BID ? filled : -filled);
            tell(update.cloidLow(), "0 " + update.status());
        }
    }

    private int sideOf(final long cloid) {
        return sides.getOrDefault(cloid, 1);
    }

    private void tell(final long cloid, final String what) {
        told.computeIfAbsent(cloid, id -> new ArrayList<>()).add(what);
    }

    /** What was told of an order must be what the venue says of it. */
    void checkOutcome(final long cloid, final Optional<OrderReport> report) {
        final List<String> story = told.getOrDefault(cloid, List.of());
        final String shown = cloid + " " + story + " " + report;
        assertTrue(!story.isEmpty(), shown);
        final boolean taken = story.stream()
                .anyMatch(word -> word.endsWith(" RESTING")
                        || word.endsWith(" FILLED")
                        || word.endsWith(" OPEN")
                        || word.endsWith(" CANCELED"));
        final boolean atVenue = report.isPresent()
                && report.get().status() != OrderStatus.REJECTED
                && report.get().status() != OrderStatus.REJECTED_POST_ONLY;
        assertEquals(atVenue, taken, shown);
        if (story.contains("67 SUCCESS") || story.contains("0 CANCELED")) {
            assertEquals(OrderStatus.CANCELED, report.orElseThrow().status(), shown);
        }
    }

    @Override
    public void close() {
        agent.onClose();
        queries.shutdownNow();
        nonces.close();
        key.close();
    }
}
