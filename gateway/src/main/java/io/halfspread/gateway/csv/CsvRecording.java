package io.halfspread.gateway.csv;

import io.halfspread.codec.hyperliquid.CoinIndex;
import io.halfspread.codec.refusal.Refusal;
import io.halfspread.gateway.frames.CountedStream;
import io.halfspread.gateway.frames.Decompression;
import io.halfspread.gateway.frames.FrameLines;
import io.halfspread.gateway.frames.ReceiveTimes;
import io.halfspread.gateway.frames.Recording;
import io.halfspread.gateway.frames.RefusedLine;
import io.halfspread.gateway.frames.RefusedLines;
import io.halfspread.gateway.ingress.MarketEventWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A vendor's CSV file as a recording: a header, then rows in the order of receive times; plain, gzip or LZ4. Times are
 * microseconds. Rows that cannot be used are counted and named by line, and passed over. Receive times may run backwards by
 * {@link ReceiveTimes#TOLERANCE_NS}, as in files of frames. For one thread.
 */
public final class CsvRecording implements Recording {
    private static final int MAX_LINE_BYTES = 1 << 16;
    private static final long LARGEST_LAG_NS = 3_600_000_000_000L;

    private final String name;
    private final CountedStream source;
    private final FrameLines lines;
    private final RefusedLines refused;
    private final ReceiveTimes times = new ReceiveTimes(0);
    private final CsvHeader header;
    private final CsvRow row;
    private final RowReader reader;
    private final SymbolIndex symbols;
    private boolean loaded;
    private boolean ended;
    private long rowLine;
    private long rowNs;
    private long rawNs;
    private long rowVenueNs;
    private int rowInstrument;
    private long receiveNs;
    private long venueNs;
    private int instrument;
    private long unknownCoins;

    private CsvRecording(
            final String name,
            final CountedStream source,
            final FrameLines lines,
            final CoinIndex coins,
            final Map<String, String> coinBySymbol,
            final RefusedLines refused)
            throws IOException {
        this.name = name;
        this.source = source;
        this.lines = lines;
        this.refused = refused;
        header = header();
        row = new CsvRow(header.width());
        symbols = new SymbolIndex(coins, coinBySymbol);
        reader = switch (header.kind()) {
            case BOOK_CHANGES -> new ChangeRows(header.fields());
            case BOOK_LEVELS -> new LevelRows(header.fields());
            case QUOTES -> new QuoteRows(header.fields());
            case TRADES -> new TradeRows(header.fields());
        };
    }

    /**
     * Opens a file.
     *
     * @param path         the file
     * @param coins        gives the instrument index of each coin
     * @param coinBySymbol coins of those of the vendor's symbols that are not the coin's name
     * @param refused      takes the rows that cannot be used
     * @return the recording before its first row
     * @throws IOException when the file cannot be read, or its header is none that is accepted
     */
    public static CsvRecording open(
            final Path path, final CoinIndex coins, final Map<String, String> coinBySymbol, final RefusedLines refused)
            throws IOException {
        final CountedStream source = new CountedStream(Files.newInputStream(path));
        try {
            return new CsvRecording(
                    String.valueOf(path.getFileName()),
                    source,
                    new FrameLines(Decompression.open(source), MAX_LINE_BYTES),
                    coins,
                    coinBySymbol,
                    refused);
        } catch (final IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /**
     * What a first line says that the rows are.
     *
     * @param line the line
     * @return the kind
     * @throws IllegalArgumentException when it is no header that is accepted; the message says why
     */
    public static CsvKind kind(final String line) {
        return CsvHeader.read(line).kind();
    }

    @Override
    public boolean next() {
        while (loaded || load()) {
            if (message()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean nextTime() {
        final boolean there = load();
        receiveNs = rowNs;
        return there;
    }

    @Override
    public long receiveNs() {
        return receiveNs;
    }

    @Override
    public boolean deliver(final MarketEventWriter writer) {
        writer.ingestNs(receiveNs);
        reader.deliver(writer, instrument, venueNs);
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

    /**
     * Rows of coins that are not wanted.
     *
     * @return the count
     */
    public long unknownCoins() {
        return unknownCoins;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvHeader header() throws IOException {
        if (!lines.next()) {
            throw new IOException(name + ": empty");
        }
        try {
            final String text =
                    lines.tooLong() ? "" : lines.buffer().getStringWithoutLengthUtf8(lines.offset(), lines.length());
            return CsvHeader.read(text);
        } catch (final IllegalArgumentException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }

    /** Takes the loaded row, and those of the same message behind it; false when there is nothing to deliver. */
    private boolean message() {
        loaded = false;
        receiveNs = rowNs;
        instrument = rowInstrument;
        final long messageNs = rawNs;
        boolean any = take();
        long line = rowLine;
        while (reader.joins() && load()) {
            if (rawNs != messageNs || rowInstrument != instrument) {
                loaded = true;
                break;
            }
            any |= take();
            line = rowLine;
        }
        final int code = any ? reader.complete() : RowReader.QUIET;
        if (code > Refusal.NONE) {
            refused.add(new RefusedLine(name, line, code, 0));
        }
        return code == Refusal.NONE;
    }

    private boolean take() {
        final int code = reader.read(row, rowInstrument);
        if (code != Refusal.NONE) {
            refused.add(new RefusedLine(name, rowLine, code, row.position()));
            return false;
        }
        venueNs = rowVenueNs;
        return true;
    }

    /** Goes to the next row with a usable time and a wanted coin. */
    private boolean load() {
        while (lines.next()) {
            if (lines.length() == 0 && !lines.tooLong()) {
                continue;
            }
            rowLine = lines.number();
            final int code = readRow();
            if (code == Refusal.NONE && rowInstrument != CoinIndex.UNKNOWN) {
                return true;
            }
            if (code == Refusal.NONE) {
                unknownCoins++;
            } else {
                refused.add(new RefusedLine(name, rowLine, code, lines.tooLong() ? MAX_LINE_BYTES : row.position()));
            }
        }
        if (lines.failure() != null && !ended) {
            refused.add(new RefusedLine(name, lines.number() + 1, Refusal.FILE_DAMAGED, 0));
        }
        ended = true;
        return false;
    }

    private int readRow() {
        if (lines.tooLong()) {
            return Refusal.LINE_TOO_LONG;
        }
        if (row.split(lines.buffer(), lines.offset(), lines.length()) != Refusal.NONE) {
            return row.refusal();
        }
        rowVenueNs = row.timeNs(header.time());
        rawNs = row.timeNs(header.localTime());
        if (row.refusal() == Refusal.NONE && Math.abs(rawNs - rowVenueNs) > LARGEST_LAG_NS) {
            row.refuse(Refusal.ROW_TIME, row.start(header.time()));
        }
        if (row.refusal() != Refusal.NONE) {
            return row.refusal();
        }
        if (times.isTooEarly(rawNs)) {
            return row.refuse(Refusal.LINE_TIME_BACKWARDS, row.start(header.localTime()));
        }
        rowInstrument = symbols.find(row, header.symbol());
        if (rowInstrument == SymbolIndex.UNUSABLE) {
            return row.refuse(Refusal.ROW_SYMBOL, row.start(header.symbol()));
        }
        rowNs = times.take(rawNs);
        return Refusal.NONE;
    }
}
