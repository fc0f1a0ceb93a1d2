package io.halfspread.engine.capture;

import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.StateHashEncoder;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.event.TradeEncoder;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;

/** Seeded messages of several lengths. */
final class SampleEvents {
    private static final long START_NS = 1_765_324_800_000_000_000L;

    private final SplittableRandom random;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TimerEncoder timer = new TimerEncoder();
    private final BestBidOfferEncoder bbo = new BestBidOfferEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BookSnapshotEncoder book = new BookSnapshotEncoder();
    private final PlaceOrderEncoder place = new PlaceOrderEncoder();
    private final StateHashEncoder hash = new StateHashEncoder();

    SampleEvents(final long seed) {
        random = new SplittableRandom(seed);
    }

    int input(final MutableDirectBuffer buffer, final long sequence) {
        final long ingestNs = START_NS + sequence * 1_000_000;
        return switch (random.nextInt(4)) {
            case 0 -> timer(buffer, ingestNs);
            case 1 -> bbo(buffer, ingestNs);
            case 2 -> trade(buffer, ingestNs);
            default -> book(buffer, ingestNs);
        };
    }

    int output(final MutableDirectBuffer buffer, final long cause) {
        final long eventNs = START_NS + cause * 1_000_000;
        place.wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(cause)
                .eventNs(eventNs)
                .instrument(0)
                .paramsVersion(1)
                .policyVersion(0)
                .side(Side.BID)
                .reduceOnly(Flag.NO)
                .cloidHigh(7)
                .cloidLow(random.nextLong())
                .px(random.nextLong(1L << 40))
                .sz(random.nextLong(1L << 30));
        return MessageHeaderEncoder.ENCODED_LENGTH + place.encodedLength();
    }

    int stateHash(final MutableDirectBuffer buffer, final long cause, final long outputs, final long value) {
        hash.wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(cause)
                .eventNs(START_NS + cause * 1_000_000)
                .instrument(StateHashEncoder.instrumentNullValue())
                .paramsVersion(1)
                .policyVersion(0)
                .inputs(cause + 1)
                .outputs(outputs)
                .hash(value);
        return MessageHeaderEncoder.ENCODED_LENGTH + hash.encodedLength();
    }

    private int timer(final MutableDirectBuffer buffer, final long ingestNs) {
        timer.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ingestNs)
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(TimerEncoder.instrumentNullValue());
        return MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength();
    }

    private int bbo(final MutableDirectBuffer buffer, final long ingestNs) {
        bbo.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ingestNs)
                .venueNs(ingestNs - 1)
                .instrument(0)
                .bidPx(random.nextLong(1L << 40))
                .bidSz(random.nextLong(1L << 30))
                .bidOrders(3)
                .askPx(random.nextLong(1L << 40))
                .askSz(random.nextLong(1L << 30))
                .askOrders(4);
        return MessageHeaderEncoder.ENCODED_LENGTH + bbo.encodedLength();
    }

    private int trade(final MutableDirectBuffer buffer, final long ingestNs) {
        trade.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ingestNs)
                .venueNs(ingestNs - 1)
                .instrument(0)
                .aggressor(Side.ASK)
                .replayed(Flag.NO)
                .px(random.nextLong(1L << 40))
                .sz(random.nextLong(1L << 30))
                .tid(random.nextLong(1L << 50));
        return MessageHeaderEncoder.ENCODED_LENGTH + trade.encodedLength();
    }

    private int book(final MutableDirectBuffer buffer, final long ingestNs) {
        book.wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ingestNs)
                .venueNs(ingestNs - 1)
                .instrument(0)
                .fast(Flag.NO);
        final int levels = random.nextInt(21);
        final BookSnapshotEncoder.BidsEncoder bids = book.bidsCount(levels);
        for (int i = 0; i < levels; i++) {
            bids.next()
                    .px(random.nextLong(1L << 40))
                    .sz(random.nextLong(1L << 30))
                    .orders(1);
        }
        book.asksCount(1).next().px(random.nextLong(1L << 40)).sz(1).orders(1);
        return MessageHeaderEncoder.ENCODED_LENGTH + book.encodedLength();
    }
}
