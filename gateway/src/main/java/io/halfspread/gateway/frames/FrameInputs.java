package io.halfspread.gateway.frames;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.AssetContextEncoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.FillEncoder;
import io.halfspread.codec.event.MidPriceEncoder;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.TradeEncoder;
import io.halfspread.codec.hyperliquid.Channel;
import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.HyperliquidDecoder;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.engine.replay.InputSource;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Recorded raw frames as inputs, decoded by the decoder that the gateway uses as they are read. Several files are merged
 * by receive time, equal times in the order the files are given. Nothing in a file is fatal: refused lines are counted
 * and listed, coins that are not in the index are counted. For one thread.
 */
public final class FrameInputs implements InputSource {
    private final RefusedLines refused = new RefusedLines();
    private final FrameEvents events = new FrameEvents();
    private final MarketEventWriter writer = new MarketEventWriter(events);
    private final HyperliquidDecoder decoder;
    private final FrameFile[] files;
    private final boolean[] ready;
    private long ingestNs;
    private long frames;
    private long firstNs = Long.MIN_VALUE;

    /**
     * Opens files.
     *
     * @param paths one or more files of raw frames
     * @param coins gives the instrument index of each coin
     * @throws IOException when a file cannot be read
     */
    public FrameInputs(final List<Path> paths, final CoinIndex coins) throws IOException {
        decoder = new HyperliquidDecoder(coins);
        files = new FrameFile[paths.size()];
        ready = new boolean[paths.size()];
        try {
            for (int i = 0; i < files.length; i++) {
                files[i] = FrameFile.open(paths.get(i), refused);
                ready[i] = files[i].next();
            }
        } catch (final IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean next() {
        while (!events.next()) {
            final int file = earliest();
            if (file < 0) {
                return false;
            }
            decode(files[file]);
            ready[file] = files[file].next();
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
     * Bytes read so far of all files, as stored: for progress.
     *
     * @return bytes, at most {@link #totalBytes()}
     */
    public long bytesRead() {
        long sum = 0;
        for (final FrameFile file : files) {
            sum += file.bytesRead();
        }
        return sum;
    }

    /**
     * Size of all files, as stored.
     *
     * @return bytes
     */
    public long totalBytes() {
        long sum = 0;
        for (final FrameFile file : files) {
            sum += file.totalBytes();
        }
        return sum;
    }

    /**
     * What came out so far.
     *
     * @return a snapshot; its refused lines stay up to date
     */
    public FrameStats stats() {
        final Map<String, Long> byChannel = new LinkedHashMap<>();
        final String[] names = Channel.names();
        for (int i = 0; i < names.length; i++) {
            putPositive(byChannel, names[i], decoder.frames(i));
        }
        final Map<String, Long> byKind = new LinkedHashMap<>();
        putPositive(byKind, "book", writer.written(BookSnapshotEncoder.TEMPLATE_ID));
        putPositive(byKind, "bbo", writer.written(BestBidOfferEncoder.TEMPLATE_ID));
        putPositive(byKind, "trade", writer.written(TradeEncoder.TEMPLATE_ID));
        putPositive(byKind, "mid", writer.written(MidPriceEncoder.TEMPLATE_ID));
        putPositive(byKind, "context", writer.written(AssetContextEncoder.TEMPLATE_ID));
        putPositive(byKind, "order", writer.written(OrderUpdateEncoder.TEMPLATE_ID));
        putPositive(byKind, "fill", writer.written(FillEncoder.TEMPLATE_ID));
        putPositive(byKind, "response", writer.written(ActionResponseEncoder.TEMPLATE_ID));
        return new FrameStats(
                frames,
                byChannel,
                byKind,
                writer.replayedTrades(),
                decoder.unknownCoins(),
                refused,
                firstNs,
                frames == 0 ? Long.MIN_VALUE : ingestNs);
    }

    @Override
    public void close() {
        for (final FrameFile file : files) {
            if (file != null) {
                file.close();
            }
        }
    }

    private int earliest() {
        int earliest = -1;
        for (int i = 0; i < files.length; i++) {
            if (ready[i] && (earliest < 0 || files[i].receiveNs() < files[earliest].receiveNs())) {
                earliest = i;
            }
        }
        return earliest;
    }

    private void decode(final FrameFile file) {
        events.clear();
        final int code = decoder.decode(file.buffer(), file.offset(), file.length());
        if (code != Refusal.NONE) {
            file.refuseFrame(code, decoder.faultPosition());
            return;
        }
        ingestNs = file.receiveNs();
        if (frames++ == 0) {
            firstNs = ingestNs;
        }
        writer.ingestNs(ingestNs);
        decoder.deliver(writer);
    }

    private static void putPositive(final Map<String, Long> map, final String name, final long count) {
        if (count > 0) {
            map.put(name, count);
        }
    }
}
