package io.halfspread.sim.flow;

import io.halfspread.sim.PriceGrid;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.BookLevel;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Tif;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Drives the book of one instrument by recorded frames. The displayed sizes rest as orders of one participant, so an order
 * of ours that joins a price stands behind them; recorded trades come as IOC orders of a second participant, which take
 * what is first in line; what a level loses beyond its trades leaves by the {@link CancelRule}. A book that moves through an
 * order of ours fills it, each displayed size once. Our takers walk the displayed sizes, which the next recorded frame shows
 * again.
 *
 * <p>Frames count in the order of their venue times, trades before the book that shows what they left, although they arrive
 * after it; a trade that comes later than that fills nothing. The first block is the time of the first frame. When the
 * recording is over the last book stays.
 */
public final class RecordedFlow implements Flow {
    private static final long DEPOSIT = 1_000_000_000L * PriceGrid.ONE;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long OLDEST_TRADE_MS = 5_000L;
    /** Of the trades in the recordings at hand, 99 of 100 arrive this soon after the book that shows them. */
    private static final long READ_AHEAD_NS = 250 * NS_PER_MS;
    /** A market that lags behind its recording by more takes several books in one block. */
    private static final long LONGEST_LAG_NS = 1_000 * NS_PER_MS;

    private static final int KNOWN_TRADES = 4_096;
    private static final int KNOWN_CAUSES = 65_536;

    private final Exchange exchange;
    private final int asset;
    private final String coin;
    private final String displayed;
    private final String takers;
    private final CancelRule cancels;
    private final PriceGrid grid;
    private final RecordedFrames frames;
    private final PriorityQueue<RecordedEvent> ahead = new PriorityQueue<>(RecordedEvent.VENUE_ORDER);
    private final RecordedBook book = new RecordedBook();
    private final Map<Long, FillCause> causes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, FillCause> eldest) {
            return size() > KNOWN_CAUSES;
        }
    };
    private final Set<Long> knownTrades = new HashSet<>();
    private final Deque<Long> oldestKnown = new ArrayDeque<>();
    private final Map<Boolean, Map<Long, Long>> lastShown = new HashMap<>();
    private long tickets = Long.MIN_VALUE;
    private long cloids;
    private long bookNs;
    private boolean bookWaits;
    private boolean read;
    private long firstNs;
    private long firstBlockMs = Long.MIN_VALUE;
    private volatile boolean ended;

    /**
     * Opens a recording.
     *
     * @param exchange where it trades; the coin is that of the instrument
     * @param asset    index of the instrument
     * @param file     recorded frames: receive time in ns, a space, the frame; plain or gzip
     * @param cancels  whose size leaves when a level shrinks
     * @throws IOException when the file cannot be read
     */
    public RecordedFlow(final Exchange exchange, final int asset, final Path file, final CancelRule cancels)
            throws IOException {
        this.exchange = exchange;
        this.asset = asset;
        this.cancels = cancels;
        coin = exchange.config().instruments().get(asset).name();
        grid = new PriceGrid(exchange.config().instruments().get(asset).szDecimals());
        displayed = String.format("0x%036xf1d1", asset);
        takers = String.format("0x%036xf1d2", asset);
        exchange.addParticipant(displayed, DEPOSIT);
        exchange.addParticipant(takers, DEPOSIT);
        frames = new RecordedFrames(file);
        readLine();
        firstNs = frames.receiveNs();
    }

    /**
     * Submits what the recording holds up to the coming block.
     *
     * @param timeMs time of that block, ms since the epoch
     * @throws UncheckedIOException when the file cannot be read
     */
    @Override
    public void beforeBlock(final long timeMs) {
        if (firstBlockMs == Long.MIN_VALUE) {
            firstBlockMs = timeMs;
        }
        final long untilNs = firstNs + (timeMs - firstBlockMs) * NS_PER_MS;
        try {
            while (!read && frames.receiveNs() <= untilNs + READ_AHEAD_NS) {
                readLine();
            }
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (bookWaits) {
            show();
        }
        while (!ahead.isEmpty() && isDue(ahead.peek(), untilNs)) {
            take(ahead.poll());
        }
        ended = read && ahead.isEmpty() && !bookWaits;
        final long mid = book.mid();
        if (mid > 0L) {
            exchange.oracle(asset, grid.floor(mid));
        }
    }

    @Override
    public boolean ended() {
        return ended;
    }

    /**
     * Why a fill happened.
     *
     * @param account whose fill
     * @param fill    one of its latest fills
     * @return absent when it met another account rather than recorded size
     */
    public Optional<FillCause> cause(final String account, final FillRecord fill) {
        final OptionalLong ticket = exchange.takerTicket(account, fill.tid());
        if (fill.crossed()) {
            return Optional.of(new FillCause(FillCause.Kind.TAKEN, 0L, fill.px(), fill.sz()));
        }
        return ticket.isEmpty() ? Optional.empty() : Optional.ofNullable(causes.get(ticket.getAsLong()));
    }

    @Override
    public void close() {
        try {
            frames.close();
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void readLine() throws IOException {
        read = !frames.next(coin, ahead::add);
    }

    /** A trade after a book that is not shown yet waits for the next block: it shall meet that book. */
    private boolean isDue(final RecordedEvent event, final long untilNs) {
        return event.receiveNs() <= untilNs
                && (!bookWaits
                        || !(event instanceof RecordedEvent.Trade)
                        || event.receiveNs() < untilNs - LONGEST_LAG_NS);
    }

    private void take(final RecordedEvent event) {
        if (event instanceof RecordedEvent.Trade trade) {
            if (isNew(trade)) {
                final OrderRequest order =
                        new OrderRequest(asset, trade.buy(), trade.px(), trade.sz(), false, Tif.IOC, null);
                submit(takers, order, FillCause.Kind.TRADE, trade.receiveNs());
            }
        } else if (book.take(event)) {
            bookNs = event.receiveNs();
            bookWaits = true;
        }
    }

    /** A subscription repeats old trades, unflagged; and what a shown book has in it already has met its orders. */
    private boolean isNew(final RecordedEvent.Trade trade) {
        if (trade.receiveNs() / NS_PER_MS - trade.timeMs() > OLDEST_TRADE_MS
                || trade.timeMs() <= book.timeMs()
                || !knownTrades.add(trade.tid())) {
            return false;
        }
        oldestKnown.add(trade.tid());
        if (oldestKnown.size() > KNOWN_TRADES) {
            knownTrades.remove(oldestKnown.remove());
        }
        return true;
    }

    private void show() {
        bookWaits = false;
        shrink(true);
        shrink(false);
        grow(true);
        grow(false);
        lastShown.put(true, Map.copyOf(book.side(true)));
        lastShown.put(false, Map.copyOf(book.side(false)));
    }

    private void shrink(final boolean bid) {
        final Map<Long, Long> wanted = book.side(bid);
        for (final BookLevel level : exchange.levels(asset, bid, Integer.MAX_VALUE)) {
            final List<OrderRecord> queue = shown(bid, level.px());
            final long surplus = total(queue) - wanted.getOrDefault(level.px(), 0L);
            if (surplus > 0L) {
                remove(queue, surplus);
            }
        }
    }

    private void grow(final boolean bid) {
        final Map<Long, Long> before = lastShown.getOrDefault(bid, Map.of());
        final long others = bestOfOthers(!bid);
        for (final Map.Entry<Long, Long> level : book.side(bid).entrySet()) {
            final long px = level.getKey();
            final boolean meetsOthers = others != 0L && (bid ? px >= others : px <= others);
            final long there = meetsOthers ? before.getOrDefault(px, 0L) : total(shown(bid, px));
            if (level.getValue() > there) {
                final OrderRequest order = new OrderRequest(
                        asset, bid, px, level.getValue() - there, false, Tif.GTC, String.format("0x%032x", ++cloids));
                submit(displayed, order, FillCause.Kind.CROSSED, bookNs);
            }
        }
    }

    private void remove(final List<OrderRecord> queue, final long surplus) {
        long left = surplus;
        for (int i = 0; i < queue.size() && left > 0L; i++) {
            final OrderRecord order = queue.get(cancels == CancelRule.OPTIMISTIC ? i : queue.size() - 1 - i);
            final long cut = Math.min(left, order.sz());
            exchange.shrink(displayed, order.cloid(), order.sz() - cut);
            left -= cut;
        }
    }

    /** Best price of one side at which somebody else rests; 0 for none. */
    private long bestOfOthers(final boolean bid) {
        for (final BookLevel level : exchange.levels(asset, bid, Integer.MAX_VALUE)) {
            if (exchange.queue(asset, bid, level.px()).stream().anyMatch(order -> !displayed.equals(order.account()))) {
                return level.px();
            }
        }
        return 0L;
    }

    private List<OrderRecord> shown(final boolean bid, final long px) {
        return exchange.queue(asset, bid, px).stream()
                .filter(order -> displayed.equals(order.account()))
                .toList();
    }

    private static long total(final List<OrderRecord> orders) {
        return orders.stream().mapToLong(OrderRecord::sz).sum();
    }

    private void submit(
            final String participant, final OrderRequest order, final FillCause.Kind kind, final long receiveNs) {
        final long ticket = tickets++;
        causes.put(ticket, new FillCause(kind, receiveNs, order.px(), order.sz()));
        exchange.submit(ticket, participant, new Action.Order(List.of(order)));
    }
}
