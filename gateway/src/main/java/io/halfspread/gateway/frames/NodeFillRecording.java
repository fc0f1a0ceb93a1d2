package io.halfspread.gateway.frames;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.hyperliquid.NodeFillReader;
import io.halfspread.codec.hyperliquid.VenueTrade;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the venue's node with the fills of a block a line,
 * {@code {"local_time":..,"block_time":..,"block_number":..,"events":[["0xuser",FILL],..]}}, as a recording of the public
 * tape. A line is received at the node's local time. A line with a fault gives no trade. For one thread.
 */
public final class NodeFillRecording implements Recording {
    private static final int LOCAL_TIME = 0;
    private static final int EVENTS = 1;

    private final NameTable members = new NameTable("local_time", "events");
    private final JsonCursor cursor = new JsonCursor();
    private final List<VenueTrade> trades = new ArrayList<>();
    private final String name;
    private final CountedStream source;
    private final FrameLines lines;
    private final NodeFillReader fills;
    private final RefusedLines refused;
    private final ReceiveTimes times = new ReceiveTimes(0);
    private int count;
    private long lineNs;
    private long receiveNs;
    private boolean ended;

    /**
     * Opens a file.
     *
     * @param path    the file
     * @param coins   gives the instrument index of each coin
     * @param refused takes what cannot be used
     * @throws IOException when the file cannot be read
     */
    public NodeFillRecording(final Path path, final CoinIndex coins, final RefusedLines refused) throws IOException {
        name = String.valueOf(path.getFileName());
        fills = new NodeFillReader(coins);
        this.refused = refused;
        source = new CountedStream(Files.newInputStream(path));
        try {
            lines = new FrameLines(Decompression.open(source), FrameFile.MAX_LINE_BYTES);
        } catch (final IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    @Override
    public boolean next() {
        while (nextTime()) {
            if (count > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean nextTime() {
        while (lines.next()) {
            if (lines.length() == 0 && !lines.tooLong()) {
                continue;
            }
            final int code = readLine();
            if (code == Refusal.NONE) {
                return true;
            }
            refused.add(new RefusedLine(name, lines.number(), code, Math.max(0, cursor.faultPosition())));
        }
        if (lines.failure() != null && !ended) {
            refused.add(new RefusedLine(name, lines.number() + 1, Refusal.FILE_DAMAGED, 0));
        }
        ended = true;
        return false;
    }

    @Override
    public long receiveNs() {
        return receiveNs;
    }

    @Override
    public boolean deliver(final MarketEventWriter writer) {
        writer.ingestNs(receiveNs);
        for (int i = 0; i < count; i++) {
            writer.onTrade(trades.get(i));
        }
        return true;
    }

    @Override
    public long bytesRead() {
        return source.count();
    }

    @Override
    public long lifted() {
        return times.lifted();
    }

    @Override
    public long largestLiftNs() {
        return times.largestLiftNs();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int readLine() {
        count = 0;
        if (lines.tooLong()) {
            return Refusal.LINE_TOO_LONG;
        }
        lineNs = IsoTime.INVALID;
        boolean events = false;
        cursor.wrap(lines.buffer(), lines.offset(), lines.length());
        if (cursor.enterObject()) {
            while (cursor.nextMember()) {
                final int member = cursor.textIn(members);
                if (member == LOCAL_TIME && cursor.string()) {
                    lineNs = IsoTime.parse(cursor.textBuffer(), cursor.textOffset(), cursor.textLength());
                } else if (member == EVENTS) {
                    events = true;
                    readEvents();
                } else if (member != LOCAL_TIME) {
                    cursor.skip();
                }
            }
        }
        if (!cursor.end()) {
            return cursor.fault();
        }
        return lineNs == IsoTime.INVALID || !events ? Refusal.ARCHIVE_LINE_MALFORMED : takeTime();
    }

    private int takeTime() {
        if (times.isTooEarly(lineNs)) {
            return Refusal.LINE_TIME_BACKWARDS;
        }
        receiveNs = times.take(lineNs);
        return Refusal.NONE;
    }

    private void readEvents() {
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            if (count == trades.size()) {
                trades.add(new VenueTrade());
            }
            final VenueTrade trade = trades.get(count);
            if (fills.read(cursor, trade) && trade.instrument() != CoinIndex.UNKNOWN) {
                count++;
            }
        }
    }
}
