package io.halfspread.gateway.archive;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.engine.replay.InputSource;
import io.halfspread.gateway.frames.FrameEvents;
import io.halfspread.gateway.frames.Recording;
import io.halfspread.gateway.frames.RefusedLines;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Parts of many files as one stream of inputs, merged by receive time, equal times in the order the parts are given. A file
 * is opened when its first message is due and closed behind its last one, so that memory depends on how many overlap, not
 * on how many there are. For one thread.
 */
public final class MergedInputs implements InputSource {
    private final RefusedLines refused = new RefusedLines();
    private final FrameEvents events = new FrameEvents();
    private final MarketEventWriter writer = new MarketEventWriter(events);
    private final List<OpenPart> open = new ArrayList<>();
    private final Map<String, String> coinBySymbol;
    private final CoinIndex coins;
    private final HyperliquidDecoder decoder;
    private final List<FilePart> waiting;
    private final List<Integer> order;
    private int opened;
    private long ingestNs;
    private long messages;
    private long lifted;
    private long largestLiftNs;
    private long bytesDone;

    /**
     * Prepares a stream.
     *
     * @param parts        the parts, of files that have times
     * @param coins        gives the instrument index of each coin
     * @param coinBySymbol coins of those of a vendor's symbols that are not the coin's name
     */
    public MergedInputs(final List<FilePart> parts, final CoinIndex coins, final Map<String, String> coinBySymbol) {
        this.coins = coins;
        this.coinBySymbol = coinBySymbol;
        decoder = new HyperliquidDecoder(coins);
        waiting = List.copyOf(parts);
        order = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong(i -> waiting.get(i).file().firstNs()));
    }

    /**
     * Goes to the next input.
     *
     * @return false at the end
     * @throws UncheckedIOException when a file can no longer be opened
     */
    @Override
    public boolean next() {
        while (!events.next()) {
            openDue();
            final OpenPart part = earliest();
            if (part == null) {
                return false;
            }
            events.clear();
            ingestNs = part.recording().receiveNs();
            if (part.recording().deliver(writer)) {
                messages++;
            }
            advance(part);
        }
        return true;
    }

    @Override
    public DirectBuffer buffer() {
        return events.buffer();
    }

    @Override
    public int offset() {
        return events.offset();
    }

    @Override
    public int length() {
        return events.length();
    }

    @Override
    public long ingestNs() {
        return ingestNs;
    }

    /**
     * Bytes read so far of all files, as stored.
     *
     * @return bytes
     */
    public long bytesRead() {
        long sum = bytesDone;
        for (final OpenPart part : open) {
            sum += part.recording().bytesRead();
        }
        return sum;
    }

    /**
     * Lines and rows that could not be used.
     *
     * @return a record that stays up to date
     */
    public RefusedLines refused() {
        return refused;
    }

    /**
     * Frames and messages of rows that were used so far.
     *
     * @return the count
     */
    public long messages() {
        return messages;
    }

    /**
     * Trades that the venue sent as history.
     *
     * @return the count
     */
    public long replayedTrades() {
        return writer.replayedTrades();
    }

    /**
     * Lines whose receive time was lifted to that of the line before, of files that were read to their end.
     *
     * @return the count
     */
    public long lifted() {
        return lifted;
    }

    /**
     * The furthest that a receive time was lifted.
     *
     * @return nanoseconds
     */
    public long largestLiftNs() {
        return largestLiftNs;
    }

    @Override
    public void close() {
        open.forEach(part -> part.recording().close());
        open.clear();
        opened = waiting.size();
    }

    private void openDue() {
        while (opened < order.size() && isDue(waiting.get(order.get(opened)))) {
            final int place = order.get(opened++);
            final FilePart part = waiting.get(place);
            final OpenPart next = new OpenPart(place, part, open(part));
            open.add(next);
            advance(next);
        }
    }

    private boolean isDue(final FilePart part) {
        final OpenPart earliest = earliest();
        return earliest == null || part.file().firstNs() <= earliest.recording().receiveNs();
    }

    private Recording open(final FilePart part) {
        try {
            return part.file().open(decoder, coins, coinBySymbol, refused);
        } catch (final IOException e) {
            throw new UncheckedIOException(part.file().path() + ": " + e.getMessage(), e);
        }
    }

    /** Goes to the next wanted message of a part, or closes it. */
    private void advance(final OpenPart part) {
        boolean more = part.recording().next();
        while (more && part.recording().receiveNs() < part.part().fromNs()) {
            more = part.recording().next();
        }
        if (!more || part.recording().receiveNs() >= part.part().toNs()) {
            bytesDone += part.part().file().bytes();
            lifted += part.recording().lifted();
            largestLiftNs = Math.max(largestLiftNs, part.recording().largestLiftNs());
            part.recording().close();
            open.remove(part);
        }
    }

    private OpenPart earliest() {
        OpenPart earliest = null;
        for (final OpenPart part : open) {
            if (earliest == null
                    || part.recording().receiveNs() < earliest.recording().receiveNs()
                    || part.recording().receiveNs() == earliest.recording().receiveNs()
                            && part.place() < earliest.place()) {
                earliest = part;
            }
        }
        return earliest;
    }

    /** A part that is being read. */
    private record OpenPart(int place, FilePart part, Recording recording) {}
}
