package io.halfspread.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes a made-up but realistic market-data session in the raw frame form: one line a frame, {@code <19-digit receive
 * time, ns> <frame as the venue's WebSocket sends it>}, in the order of receive times.
 *
 * <p>A session subscribes to the book (20 levels a side, about every 0.5 s), the touch (in every block that changed
 * it), the trades and the asset context (every second). It contains what a decoder and a strategy must survive: the
 * venue repeats about 30 old fills at a subscription, some frames are overtaken by younger ones, sweeps give several
 * fills, volatility comes in bursts, and a session of 30 s or more loses its connection once for 5 s.
 *
 * <p>The bytes depend on the plan alone: same plan, same bytes, on every JVM, in every locale and time zone.
 */
public final class SyntheticSession {
    private static final long START_MS = 1_790_856_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long WARM_UP_MS = 60_000L;
    private static final long BOOK_INTERVAL_MS = 500L;
    private static final long CONTEXT_INTERVAL_MS = 1_000L;
    private static final int SHORTEST_WITH_OUTAGE_S = 30;
    private static final long OUTAGE_NS = 5_000_000_000L;
    private static final double BOOK_HOLD_CHANCE = 0.1;
    private static final double TOUCH_HOLD_CHANCE = 0.015;
    private static final double NEVER = 0.0;

    private final SessionPlan plan;
    private final Market market;
    private final FrameWriter frames;
    private final Feed feed;
    private Touch lastTouch;
    private long nextBookMs;
    private long nextContextMs;

    private SyntheticSession(final SessionPlan plan, final OutputStream out) {
        this.plan = plan;
        this.market = new Market(plan, START_MS - WARM_UP_MS);
        this.frames = new FrameWriter(plan.coin(), new LotSize(plan.szDecimals()));
        this.feed = new Feed(out, new Draws(~plan.seed()));
    }

    /**
     * Writes a session without the five-level book stream.
     *
     * @param out        gets the lines; not closed
     * @param seed       seed of every random draw
     * @param seconds    length of the session, 1 to 86,400
     * @param coin       venue name of the perpetual
     * @param szDecimals decimals of a size, 0 to 5
     * @param startPrice first value of the hidden price, USD
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(
            final OutputStream out,
            final long seed,
            final int seconds,
            final String coin,
            final int szDecimals,
            final double startPrice)
            throws IOException {
        write(out, new SessionPlan(seed, seconds, coin, szDecimals, startPrice, false));
    }

    /**
     * Writes a session.
     *
     * @param out  gets the lines; not closed
     * @param plan what the session is made of
     * @throws IOException when {@code out} cannot be written
     */
    public static void write(final OutputStream out, final SessionPlan plan) throws IOException {
        new SyntheticSession(plan, out).run();
    }

    private void run() throws IOException {
        while (market.timeMs() < START_MS) {
            market.nextBlock();
        }
        final long endMs = START_MS + plan.seconds() * 1_000L;
        final long outageNs = outageStartNs();
        boolean connected = false;
        for (List<TapeFill> fills = market.nextBlock(); market.timeMs() <= endMs; fills = market.nextBlock()) {
            final long arrivalNs = feed.beginBlock(market.timeMs());
            if (arrivalNs >= outageNs && arrivalNs < outageNs + OUTAGE_NS) {
                feed.breakConnection();
                connected = false;
            } else if (connected) {
                sendBlock(fills);
            } else {
                subscribe();
                connected = true;
            }
        }
        feed.finish();
    }

    private long outageStartNs() {
        return plan.seconds() < SHORTEST_WITH_OUTAGE_S
                ? Long.MAX_VALUE - OUTAGE_NS
                : (START_MS + plan.seconds() * 600L) * NS_PER_MS;
    }

    private void subscribe() {
        feed.send(frames.subscribed("trades"), NEVER);
        feed.send(frames.trades(market.lastFills()), NEVER);
        feed.send(frames.subscribed("bbo"), NEVER);
        sendTouch(NEVER);
        feed.send(frames.subscribedToBook(false), NEVER);
        if (plan.fastBook()) {
            feed.send(frames.subscribedToBook(true), NEVER);
        }
        sendBook(NEVER);
        feed.send(frames.subscribed("activeAssetCtx"), NEVER);
        sendContext();
    }

    private void sendBlock(final List<TapeFill> fills) {
        if (!fills.isEmpty()) {
            feed.send(frames.trades(fills), NEVER);
        }
        if (!Touch.of(market.book()).equals(lastTouch)) {
            sendTouch(TOUCH_HOLD_CHANCE);
        }
        if (market.timeMs() >= nextBookMs) {
            sendBook(BOOK_HOLD_CHANCE);
        }
        if (market.timeMs() >= nextContextMs) {
            sendContext();
        }
    }

    private void sendTouch(final double holdChance) {
        lastTouch = Touch.of(market.book());
        feed.send(frames.touch(market.book(), market.timeMs()), holdChance);
    }

    private void sendBook(final double holdChance) {
        nextBookMs = market.timeMs() + BOOK_INTERVAL_MS;
        feed.send(frames.book(market.book(), market.timeMs(), false), holdChance);
        if (plan.fastBook()) {
            feed.send(frames.book(market.book(), market.timeMs(), true), holdChance);
        }
    }

    private void sendContext() {
        nextContextMs = market.timeMs() + CONTEXT_INTERVAL_MS;
        feed.send(frames.context(market.statistics(), market.book()), NEVER);
    }
}
