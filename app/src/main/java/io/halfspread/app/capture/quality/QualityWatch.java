package io.halfspread.app.capture.quality;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MidPriceDecoder;
import io.halfspread.codec.event.TradeDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Looks at every input of a capture, as it is written or read again, and judges the market data. For one thread. */
public final class QualityWatch {
    private static final int NO_INSTRUMENT = 0xFFFF;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BookSnapshotDecoder book = new BookSnapshotDecoder();
    private final BestBidOfferDecoder touch = new BestBidOfferDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final MidPriceDecoder anyInput = new MidPriceDecoder();
    private final List<CoinWatch> coins = new ArrayList<>();
    private final Gaps all = new Gaps();
    private long events;
    private long firstNs = Long.MIN_VALUE;
    private long lastNs = Long.MIN_VALUE;

    /** Creates a watch that has seen nothing. */
    public QualityWatch() {}

    /**
     * Takes an input.
     *
     * @param buffer holds the message
     * @param offset index of its header
     * @param length bytes of the message
     */
    public void onInput(final DirectBuffer buffer, final int offset, final int length) {
        header.wrap(buffer, offset);
        // All inputs begin with the same three fields.
        anyInput.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        final long receiveNs = anyInput.ingestNs();
        events++;
        firstNs = firstNs == Long.MIN_VALUE ? receiveNs : firstNs;
        lastNs = Math.max(lastNs, receiveNs);
        if (anyInput.instrument() == NO_INSTRUMENT) {
            return;
        }
        final CoinWatch coin = coin(anyInput.instrument());
        switch (header.templateId()) {
            case BookSnapshotDecoder.TEMPLATE_ID -> onBook(coin, buffer, offset, length);
            case BestBidOfferDecoder.TEMPLATE_ID -> onTouch(coin, buffer, offset);
            case TradeDecoder.TEMPLATE_ID -> onTrade(coin, buffer, offset);
            default -> coin.onOther();
        }
    }

    /**
     * Judges what was seen.
     *
     * @param names coins by instrument index
     * @param lines what was found in the files
     * @return the report
     */
    public QualityReport report(final List<String> names, final LineFigures lines) {
        final List<Finding> findings = new ArrayList<>();
        final double used = lines.messages() + lines.refused();
        if (used > 0) {
            findings.add(Finding.ofShare(null, Measure.REFUSED, lines.refused(), used));
            findings.add(Finding.ofShare(null, Measure.BACKWARDS, lines.lifted(), used));
            findings.add(new Finding(null, Measure.DAMAGED_FILES, lines.damagedFiles()));
        }
        final Map<String, Object> byCoin = new LinkedHashMap<>();
        for (int i = 0; i < coins.size(); i++) {
            if (coins.get(i).hasMarketData()) {
                findings.addAll(coins.get(i).findings(names.get(i)));
                byCoin.put(names.get(i), coins.get(i).json(firstNs));
            }
        }
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", events);
        json.put("first_ns", events == 0 ? null : firstNs);
        json.put("last_ns", events == 0 ? null : lastNs);
        json.put("first", events == 0 ? null : Gaps.utc(firstNs));
        json.put("last", events == 0 ? null : Gaps.utc(lastNs));
        json.put("gaps", all.json(firstNs));
        json.put("messages", lines.messages());
        json.put("refused", lines.refused());
        json.put("refused_by_reason", lines.byReason());
        json.put("refused_lines", lines.listed());
        json.put("damaged_files", lines.damagedFiles());
        json.put("backwards", lines.lifted());
        json.put("largest_backwards_ms", lines.largestLiftMs());
        json.put("coins", byCoin);
        final Grade grade = byCoin.isEmpty()
                ? Grade.D
                : findings.stream().map(Finding::grade).reduce(Grade.A, Grade::worse);
        final List<String> reasons = byCoin.isEmpty()
                ? List.of("no market data")
                : findings.stream()
                        .filter(finding -> finding.grade() != Grade.A)
                        .sorted(Comparator.comparing(Finding::grade).reversed())
                        .map(finding -> finding.grade() + " " + finding.describe())
                        .toList();
        return new QualityReport(grade, reasons, json);
    }

    private void onBook(final CoinWatch coin, final DirectBuffer buffer, final int offset, final int length) {
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        book.wrap(buffer, body, header.blockLength(), header.version());
        final int levels = body + header.blockLength();
        final BookSnapshotDecoder.BidsDecoder bids = book.bids();
        final boolean hasBid = bids.hasNext();
        final long bid = hasBid ? bids.next().px() : 0;
        while (bids.hasNext()) {
            bids.next();
        }
        final BookSnapshotDecoder.AsksDecoder asks = book.asks();
        final boolean hasAsk = asks.hasNext();
        final long ask = hasAsk ? asks.next().px() : 0;
        all.at(book.ingestNs());
        coin.onBook(
                book.ingestNs(),
                book.venueNs(),
                hasBid && hasAsk && bid >= ask,
                !hasBid || !hasAsk,
                buffer,
                levels,
                offset + length - levels);
    }

    private void onTouch(final CoinWatch coin, final DirectBuffer buffer, final int offset) {
        touch.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        final boolean hasBid = touch.bidPx() != BestBidOfferDecoder.bidPxNullValue();
        final boolean hasAsk = touch.askPx() != BestBidOfferDecoder.askPxNullValue();
        all.at(touch.ingestNs());
        coin.onTouch(
                touch.ingestNs(),
                touch.venueNs(),
                hasBid && hasAsk && touch.bidPx() >= touch.askPx(),
                !hasBid || !hasAsk);
    }

    private void onTrade(final CoinWatch coin, final DirectBuffer buffer, final int offset) {
        trade.wrap(buffer, offset + MessageHeaderDecoder.ENCODED_LENGTH, header.blockLength(), header.version());
        final boolean history = trade.replayed() == Flag.YES;
        if (!history) {
            all.at(trade.ingestNs());
        }
        coin.onTrade(trade.ingestNs(), trade.venueNs(), history, trade.tid());
    }

    private CoinWatch coin(final int instrument) {
        while (coins.size() <= instrument) {
            coins.add(new CoinWatch());
        }
        return coins.get(instrument);
    }
}
