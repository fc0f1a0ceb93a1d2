package io.halfspread.sim.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.sim.PriceGrid;
import io.halfspread.sim.exchange.Action;
import io.halfspread.sim.exchange.Exchange;
import io.halfspread.sim.exchange.FillRecord;
import io.halfspread.sim.exchange.OrderRecord;
import io.halfspread.sim.exchange.OrderRequest;
import io.halfspread.sim.exchange.Tif;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Drives the book of one instrument by recorded frames (gzip lines of receive time in ns and frame). The displayed sizes
 * rest as orders of one participant, so an order of ours that joins a price stands behind them; recorded trades come as
 * IOC orders of a second participant, which take what is first in line; what a level loses beyond its trades leaves by
 * the {@link CancelRule}. A book that moves through an order of ours fills it. Our takers walk the displayed sizes, which
 * the next recorded frame shows again.
 *
 * <p>The first block is the time of the first frame. Used by the thread of the exchange.
 */
public final class RecordedFlow implements AutoCloseable {
    private static final String DISPLAYED = "0x00000000000000000000000000000000000f10d1";
    private static final String TAKERS = "0x00000000000000000000000000000000000f10d2";
    private static final long DEPOSIT = 1_000_000_000L * PriceGrid.ONE;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long OLDEST_TRADE_MS = 5_000L;
    private static final int KNOWN_TRADES = 4_096;

    private final Exchange exchange;
    private final int asset;
    private final String coin;
    private final CancelRule cancels;
    private final PriceGrid grid;
    private final BufferedReader lines;
    private final ObjectMapper json = new ObjectMapper();
    private final RecordedBook book = new RecordedBook();
    private final List<RecordedTrade> trades = new ArrayList<>();
    private final Map<Long, FillCause> causes = new HashMap<>();
    private final Set<Long> knownTrades = new HashSet<>();
    private final Deque<Long> oldestKnown = new ArrayDeque<>();
    private long tickets = Long.MIN_VALUE;
    private long cloids;
    private long bookNs;
    private long nextNs;
    private String nextFrame;
    private final long firstNs;
    private long firstBlockMs = Long.MIN_VALUE;

    /**
     * Opens a recording.
     *
     * @param exchange where it trades; the coin is that of the instrument
     * @param asset    index of the instrument
     * @param file     recorded frames
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
        lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        exchange.addParticipant(DISPLAYED, DEPOSIT);
        exchange.addParticipant(TAKERS, DEPOSIT);
        advance();
        firstNs = nextNs;
    }

    /**
     * Submits what the recording holds up to the coming block.
     *
     * @param timeMs time of that block, ms since the epoch
     * @throws UncheckedIOException when the file cannot be read
     */
    public void beforeBlock(final long timeMs) {
        if (firstBlockMs == Long.MIN_VALUE) {
            firstBlockMs = timeMs;
        }
        if (book.takeChanged()) {
            show(true);
            show(false);
        }
        trade();
        final long untilNs = firstNs + (timeMs - firstBlockMs) * NS_PER_MS;
        try {
            while (nextFrame != null && nextNs <= untilNs) {
                onFrame(json.readTree(nextFrame));
                advance();
            }
        } catch (final IOException failure) {
            throw new UncheckedIOException(failure);
        }
        final long mid = book.mid();
        if (mid > 0L) {
            exchange.oracle(asset, grid.floor(mid));
        }
    }

    /**
     * Whether every frame was used.
     *
     * @return true at the end
     */
    public boolean ended() {
        return nextFrame == null;
    }

    /**
     * Why a fill happened.
     *
     * @param account whose fill
     * @param fill    one of its fills
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
    public void close() throws IOException {
        lines.close();
    }

    private void advance() throws IOException {
        final String line = lines.readLine();
        final int space = line == null ? -1 : line.indexOf(' ');
        nextFrame = space < 0 ? null : line.substring(space + 1);
        nextNs = space < 0 ? nextNs : Long.parseLong(line.substring(0, space));
    }

    private void onFrame(final JsonNode frame) {
        final JsonNode data = frame.path("data");
        switch (frame.path("channel").asText()) {
            case "l2Book" -> {
                if (coin.equals(data.path("coin").asText())) {
                    book.onBook(data);
                    bookNs = nextNs;
                }
            }
            case "bbo" -> {
                if (coin.equals(data.path("coin").asText())) {
                    book.onTouch(data);
                    bookNs = nextNs;
                }
            }
            case "trades" -> data.forEach(this::onTrade);
            default -> {}
        }
    }

    /** A subscription repeats old trades, unflagged: what is known or old is left out. */
    private void onTrade(final JsonNode trade) {
        final long ageMs = nextNs / NS_PER_MS - trade.path("time").asLong();
        if (!coin.equals(trade.path("coin").asText())
                || ageMs > OLDEST_TRADE_MS
                || !knownTrades.add(trade.path("tid").asLong())) {
            return;
        }
        oldestKnown.add(trade.path("tid").asLong());
        if (oldestKnown.size() > KNOWN_TRADES) {
            knownTrades.remove(oldestKnown.remove());
        }
        trades.add(new RecordedTrade(
                nextNs,
                new OrderRequest(
                        asset,
                        "B".equals(trade.path("side").asText()),
                        RecordedBook.decimal(trade.get("px")),
                        RecordedBook.decimal(trade.get("sz")),
                        false,
                        Tif.IOC,
                        null)));
    }

    private void trade() {
        for (final RecordedTrade trade : trades) {
            submit(TAKERS, trade.order(), FillCause.Kind.TRADE, trade.receiveNs());
        }
        trades.clear();
    }

    /** Makes the participant's orders of one side show the recorded sizes. */
    private void show(final boolean bid) {
        final Map<Long, Long> wanted = book.side(bid);
        for (final long px : shownPrices(bid)) {
            final List<OrderRecord> queue = shown(bid, px);
            final long total = queue.stream().mapToLong(OrderRecord::sz).sum();
            final long surplus = total - wanted.getOrDefault(px, 0L);
            if (surplus > 0L) {
                remove(queue, surplus);
            }
        }
        for (final Map.Entry<Long, Long> level : wanted.entrySet()) {
            final long total = shown(bid, level.getKey()).stream()
                    .mapToLong(OrderRecord::sz)
                    .sum();
            if (level.getValue() > total) {
                final OrderRequest order = new OrderRequest(
                        asset,
                        bid,
                        level.getKey(),
                        level.getValue() - total,
                        false,
                        Tif.GTC,
                        String.format("0x%032x", ++cloids));
                submit(DISPLAYED, order, FillCause.Kind.CROSSED, bookNs);
            }
        }
    }

    private void remove(final List<OrderRecord> queue, final long surplus) {
        long left = surplus;
        for (int i = 0; i < queue.size() && left > 0L; i++) {
            final OrderRecord order = queue.get(cancels == CancelRule.OPTIMISTIC ? i : queue.size() - 1 - i);
            final long cut = Math.min(left, order.sz());
            exchange.shrink(DISPLAYED, order.cloid(), order.sz() - cut);
            left -= cut;
        }
    }

    private List<Long> shownPrices(final boolean bid) {
        return exchange.levels(asset, bid, Integer.MAX_VALUE).stream()
                .map(level -> level.px())
                .toList();
    }

    private List<OrderRecord> shown(final boolean bid, final long px) {
        return exchange.queue(asset, bid, px).stream()
                .filter(order -> DISPLAYED.equals(order.account()))
                .toList();
    }

    private void submit(
            final String participant, final OrderRequest order, final FillCause.Kind kind, final long receiveNs) {
        final long ticket = tickets++;
        causes.put(ticket, new FillCause(kind, receiveNs, order.px(), order.sz()));
        exchange.submit(ticket, participant, new Action.Order(List.of(order)));
    }

    private record RecordedTrade(long receiveNs, OrderRequest order) {}
}
