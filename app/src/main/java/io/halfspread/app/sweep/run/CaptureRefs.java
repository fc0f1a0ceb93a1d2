package io.halfspread.app.sweep.run;

import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.capture.Manifest;
import io.halfspread.engine.capture.MappedInputs;
import io.halfspread.engine.capture.SegmentEntry;
import io.halfspread.engine.replay.InputSource;
import io.halfspread.engine.tuning.Sha256;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Looks through captures before a sweep begins. */
final class CaptureRefs {
    private static final int TIME = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = TIME + 16;
    private static final long NEVER = Long.MIN_VALUE;

    private CaptureRefs() {}

    /**
     * What a capture holds.
     *
     * @param ref     the capture
     * @param gapNs   longest time without market data of a coin, by coin
     * @param gapAtNs when it began
     */
    record Looked(CaptureRef ref, long[] gapNs, long[] gapAtNs) {}

    /** Hash over what the segments hold, so that the same bytes have the same name everywhere. */
    static String sha256(final Manifest manifest) {
        final StringBuilder text =
                new StringBuilder(HexFormat.of().toHexDigits(manifest.identity().contentId()));
        manifest.identity().instruments().forEach(coin -> text.append(' ').append(coin));
        for (final SegmentEntry segment : manifest.segments()) {
            text.append('\n').append(segment.bytes()).append(' ').append(segment.sha256());
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Reads a verified capture once from end to end. */
    static Looked look(final String name, final Path path, final MappedInputs inputs) {
        final List<String> instruments = inputs.manifest().identity().instruments();
        final long[] lastNs = new long[instruments.size()];
        final long[] gapNs = new long[instruments.size()];
        final long[] gapAtNs = new long[instruments.size()];
        Arrays.fill(lastNs, NEVER);
        long firstNs = 0;
        long nowNs = 0;
        boolean begun = false;
        final InputSource source = inputs.cursor(Long.MAX_VALUE);
        while (source.next()) {
            nowNs = Math.max(nowNs, source.ingestNs());
            if (!begun) {
                begun = true;
                firstNs = nowNs;
            }
            final int coin = source.buffer().getShort(source.offset() + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
            if (coin >= lastNs.length || !isMarket(source)) {
                continue;
            }
            if (lastNs[coin] != NEVER && nowNs - lastNs[coin] > gapNs[coin]) {
                gapNs[coin] = nowNs - lastNs[coin];
                gapAtNs[coin] = lastNs[coin];
            }
            lastNs[coin] = nowNs;
        }
        final List<String> coins = new ArrayList<>();
        for (int i = 0; i < lastNs.length; i++) {
            if (lastNs[i] != NEVER) {
                coins.add(instruments.get(i));
            }
        }
        return new Looked(
                new CaptureRef(
                        name,
                        path,
                        HexFormat.of().toHexDigits(inputs.manifest().identity().contentId()),
                        sha256(inputs.manifest()),
                        coins,
                        firstNs,
                        nowNs),
                gapNs,
                gapAtNs);
    }

    /** Books and trades; mids of all coins come with any subscription and would make a coin look alive. */
    private static boolean isMarket(final InputSource source) {
        final int templateId = source.buffer()
                        .getShort(
                                source.offset() + MessageHeaderDecoder.templateIdEncodingOffset(),
                                ByteOrder.LITTLE_ENDIAN)
                & 0xFFFF;
        return templateId == BookSnapshotDecoder.TEMPLATE_ID
                || templateId == BestBidOfferDecoder.TEMPLATE_ID
                || templateId == TradeDecoder.TEMPLATE_ID;
    }
}
