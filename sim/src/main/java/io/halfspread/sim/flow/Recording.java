package io.halfspread.sim.flow;

import io.halfspread.sim.exchange.InstrumentConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of recorded frames, looked through once. Immutable.
 *
 * @param file         one frame a line: receive time in ns, a space, the frame; plain or gzip
 * @param coins        coins that have a book, in the order of their first one
 * @param lines        lines in it
 * @param skipped      lines that are not of this form
 * @param firstSkipped number of the first such line, from 1; 0 for none
 * @param seconds      from the first to the last frame
 */
public record Recording(
        Path file, Map<String, Coin> coins, long lines, long skipped, long firstSkipped, double seconds) {
    private static final int MAX_SIZE_DECIMALS = 5;
    private static final double NS_PER_SECOND = 1e9;

    /** Copies the coins. */
    public Recording {
        coins = Collections.unmodifiableMap(new LinkedHashMap<>(coins));
    }

    /**
     * What it has of one coin. Immutable.
     *
     * @param szDecimals decimals of its sizes
     * @param firstPx    middle of its first book, decimal8
     * @param trades     fills of its tape
     */
    public record Coin(int szDecimals, long firstPx, long trades) {}

    /**
     * Looks through a file.
     *
     * @param file plain or gzip
     * @return what is in it
     * @throws IOException              when it cannot be read
     * @throws IllegalArgumentException when no book is in it
     */
    public static Recording of(final Path file) throws IOException {
        final Map<String, Tally> tallies = new LinkedHashMap<>();
        try (RecordedFrames frames = new RecordedFrames(file)) {
            long firstNs = 0L;
            while (frames.next(
                    null,
                    event -> tallies.computeIfAbsent(event.coin(), coin -> new Tally())
                            .take(event))) {
                firstNs = firstNs == 0L ? frames.receiveNs() : firstNs;
            }
            final Map<String, Coin> coins = new LinkedHashMap<>();
            tallies.forEach((name, tally) -> {
                if (tally.firstPx > 0L) {
                    coins.put(name, new Coin(tally.szDecimals, tally.firstPx, tally.trades));
                }
            });
            if (coins.isEmpty()) {
                throw new IllegalArgumentException(
                        file + ": no book in its " + frames.lines() + " lines; accepted: lines of a receive time in"
                                + " ns, a space and a WebSocket frame, with l2Book or bbo among them, plain or gzip");
            }
            return new Recording(
                    file,
                    coins,
                    frames.lines(),
                    frames.skipped(),
                    frames.firstSkipped(),
                    (frames.receiveNs() - firstNs) / NS_PER_SECOND);
        }
    }

    /**
     * The instrument as recorded: the decimals of its sizes and its first price replace those of another one.
     *
     * @param usual with its name, and the leverage to keep
     * @return the instrument to simulate
     * @throws IllegalArgumentException when the coin is not in the file
     */
    public InstrumentConfig instrument(final InstrumentConfig usual) {
        final Coin coin = coins.get(usual.name());
        if (coin == null) {
            throw new IllegalArgumentException("asset " + usual.name() + " is not in " + file + "; accepted: "
                    + String.join(", ", coins.keySet()));
        }
        if (coin.szDecimals > MAX_SIZE_DECIMALS) {
            throw new IllegalArgumentException("asset " + usual.name() + " in " + file + ": sizes have "
                    + coin.szDecimals + " decimals; accepted: up to " + MAX_SIZE_DECIMALS);
        }
        return new InstrumentConfig(
                usual.name(), coin.szDecimals, usual.maxLeverage(), coin.firstPx, usual.openInterestCap());
    }

    /**
     * Names of its coins.
     *
     * @return in the order of their first book
     */
    public List<String> names() {
        return List.copyOf(coins.keySet());
    }

    private static final class Tally {
        private int szDecimals;
        private long firstPx;
        private long trades;

        private void take(final RecordedEvent event) {
            if (event instanceof RecordedEvent.Trade trade) {
                trades++;
                size(trade.sz());
            } else if (event instanceof RecordedEvent.Touch touch) {
                size(touch.bidSz());
                size(touch.askSz());
                first(touch.bidPx(), touch.askPx());
            } else if (event instanceof RecordedEvent.Levels levels) {
                levels.bids().values().forEach(this::size);
                levels.asks().values().forEach(this::size);
                if (!levels.bids().isEmpty() && !levels.asks().isEmpty()) {
                    first(
                            Collections.max(levels.bids().keySet()),
                            Collections.min(levels.asks().keySet()));
                }
            }
        }

        private void first(final long bidPx, final long askPx) {
            if (firstPx == 0L) {
                firstPx = (bidPx + askPx) / 2L;
            }
        }

        private void size(final long sz) {
            long unit = 100_000_000L;
            for (int i = 0; i < szDecimals; i++) {
                unit /= 10L;
            }
            while (unit > 1L && sz % unit != 0L) {
                unit /= 10L;
                szDecimals++;
            }
        }
    }
}
