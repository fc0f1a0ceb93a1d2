package io.halfspread.engine.replay;

import io.halfspread.codec.event.AssetContextEncoder;
import io.halfspread.codec.event.BestBidOfferEncoder;
import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.CancelAllEncoder;
import io.halfspread.codec.event.CancelOrderEncoder;
import io.halfspread.codec.event.CancelReason;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.ModifyOrderEncoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.codec.event.TimerEncoder;
import io.halfspread.codec.event.TradeEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes single messages for tests; prices and sizes in units. */
final class Messages {
    static final long SESSION = 77;
    static final long ONE = 100_000_000L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    byte[] bbo(
            final long ns,
            final int instrument,
            final double bid,
            final double bidSz,
            final double ask,
            final double askSz) {
        return message(new BestBidOfferEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(ns - 1_000_000)
                .instrument(instrument)
                .bidPx(scaled(bid))
                .bidSz(scaled(bidSz))
                .bidOrders(1)
                .askPx(scaled(ask))
                .askSz(scaled(askSz))
                .askOrders(1)
                .encodedLength());
    }

    /** Levels as price, size, price, size, best first. */
    byte[] book(final long ns, final int instrument, final boolean fast, final double[] bids, final double[] asks) {
        final BookSnapshotEncoder book = new BookSnapshotEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(ns - 1_000_000)
                .instrument(instrument)
                .fast(fast ? Flag.YES : Flag.NO);
        final BookSnapshotEncoder.BidsEncoder bidGroup = book.bidsCount(bids.length / 2);
        for (int i = 0; i < bids.length; i += 2) {
            bidGroup.next().px(scaled(bids[i])).sz(scaled(bids[i + 1])).orders(1);
        }
        final BookSnapshotEncoder.AsksEncoder askGroup = book.asksCount(asks.length / 2);
        for (int i = 0; i < asks.length; i += 2) {
            askGroup.next().px(scaled(asks[i])).sz(scaled(asks[i + 1])).orders(1);
        }
        return message(book.encodedLength());
    }

    byte[] context(final long ns, final int instrument, final double oraclePx, final long rate) {
        return message(new AssetContextEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(AssetContextEncoder.venueNsNullValue())
                .instrument(instrument)
                .markPx(scaled(oraclePx))
                .oraclePx(scaled(oraclePx))
                .midPx(AssetContextEncoder.midPxNullValue())
                .prevDayPx(AssetContextEncoder.prevDayPxNullValue())
                .impactBidPx(AssetContextEncoder.impactBidPxNullValue())
                .impactAskPx(AssetContextEncoder.impactAskPxNullValue())
                .funding(rate)
                .premium(0)
                .openInterest(0)
                .dayNotionalVolume(0)
                .dayBaseVolume(0)
                .encodedLength());
    }

    byte[] timer(final long ns) {
        return message(new TimerEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(65535)
                .encodedLength());
    }

    byte[] trade(
            final long ns,
            final int instrument,
            final double px,
            final double sz,
            final long tid,
            final boolean replayed) {
        return trade(ns, instrument, Side.ASK, px, sz, tid, replayed);
    }

    byte[] trade(
            final long ns,
            final int instrument,
            final Side aggressor,
            final double px,
            final double sz,
            final long tid,
            final boolean replayed) {
        return message(new TradeEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(ns - 1_000_000)
                .instrument(instrument)
                .aggressor(aggressor)
                .replayed(replayed ? Flag.YES : Flag.NO)
                .px(scaled(px))
                .sz(scaled(sz))
                .tid(tid)
                .encodedLength());
    }

    byte[] orderUpdate(final long ns, final int instrument) {
        return message(new OrderUpdateEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .ingestNs(ns)
                .venueNs(ns)
                .instrument(instrument)
                .side(Side.BID)
                .status(OrderStatus.OPEN)
                .reduceOnly(Flag.NO)
                .cloidHigh(1)
                .cloidLow(2)
                .oid(3)
                .limitPx(ONE)
                .remainingSz(ONE)
                .originalSz(ONE)
                .placedNs(ns)
                .reason("")
                .encodedLength());
    }

    byte[] place(
            final int instrument,
            final Side side,
            final Tif tif,
            final boolean reduceOnly,
            final long cloid,
            final double px,
            final double sz) {
        return message(new PlaceOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(0)
                .eventNs(0)
                .instrument(instrument)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(tif)
                .reduceOnly(reduceOnly ? Flag.YES : Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloid)
                .px(scaled(px))
                .sz(scaled(sz))
                .encodedLength());
    }

    byte[] modify(
            final int instrument,
            final Side side,
            final long target,
            final long cloid,
            final double px,
            final double sz) {
        return message(new ModifyOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(0)
                .eventNs(0)
                .instrument(instrument)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .tif(Tif.ALO)
                .reduceOnly(Flag.NO)
                .cloidHigh(SESSION)
                .cloidLow(cloid)
                .targetCloidLow(target)
                .targetOid(ModifyOrderEncoder.targetOidNullValue())
                .px(scaled(px))
                .sz(scaled(sz))
                .encodedLength());
    }

    byte[] cancel(final int instrument, final Side side, final long cloid) {
        return message(new CancelOrderEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(0)
                .eventNs(0)
                .instrument(instrument)
                .paramsVersion(1)
                .policyVersion(0)
                .side(side)
                .reason(CancelReason.REQUOTE)
                .cloidHigh(SESSION)
                .cloidLow(cloid)
                .oid(CancelOrderEncoder.oidNullValue())
                .encodedLength());
    }

    byte[] cancelAll(final int instrument) {
        return message(new CancelAllEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .causeSequence(0)
                .eventNs(0)
                .instrument(instrument)
                .paramsVersion(1)
                .policyVersion(0)
                .reason(CancelReason.RISK)
                .encodedLength());
    }

    static long scaled(final double value) {
        return Math.round(value * ONE);
    }

    private byte[] message(final int bodyLength) {
        final byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + bodyLength];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
