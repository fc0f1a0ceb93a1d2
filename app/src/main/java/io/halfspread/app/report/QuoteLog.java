package io.halfspread.app.report;

import io.halfspread.codec.event.QuoteDecisionDecoder;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The wanted quotes of a session, decision by decision, in a few bytes each: what did not change is not written again. For
 * one thread, then for as many readers as there are.
 */
final class QuoteLog {
    private static final int MORE = 0x80;
    private static final int SEVEN = 0x7F;

    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(1 << 12);
    private final Int2ObjectHashMap<Quotes> last = new Int2ObjectHashMap<>();
    private int length;
    private long lastSequence;
    private long lastNs;

    /** Prices and sizes wanted, decimal8, the null value when none. */
    private static final class Quotes {
        private long bidPx;
        private long bidSz;
        private long askPx;
        private long askSz;
    }

    void onDecision(final QuoteDecisionDecoder decision) {
        final Quotes before = last.computeIfAbsent(decision.instrument(), unused -> new Quotes());
        final boolean changed = before.bidPx != decision.bidPx()
                || before.bidSz != decision.bidSz()
                || before.askPx != decision.askPx()
                || before.askSz != decision.askSz();
        write((long) decision.instrument() << 1 | (changed ? 1 : 0));
        writeSigned(decision.causeSequence() - lastSequence);
        writeSigned(decision.eventNs() - lastNs);
        lastSequence = decision.causeSequence();
        lastNs = decision.eventNs();
        if (changed) {
            writeSigned(decision.bidPx() - before.bidPx);
            writeSigned(decision.bidSz() - before.bidSz);
            writeSigned(decision.askPx() - before.askPx);
            writeSigned(decision.askSz() - before.askSz);
            before.bidPx = decision.bidPx();
            before.bidSz = decision.bidSz();
            before.askPx = decision.askPx();
            before.askSz = decision.askSz();
        }
    }

    private void writeSigned(final long value) {
        write(value << 1 ^ value >> 63);
    }

    private void write(final long value) {
        long left = value;
        while ((left & ~SEVEN) != 0) {
            bytes.putByte(length++, (byte) (left & SEVEN | MORE));
            left >>>= 7;
        }
        bytes.putByte(length++, (byte) left);
    }

    /** A cursor before the first decision. */
    Reader reader() {
        return new Reader();
    }

    /** Walks through the decisions. For one thread. */
    final class Reader {
        private final Int2ObjectHashMap<Quotes> quotes = new Int2ObjectHashMap<>();
        private Quotes now;
        private int at;
        private int instrument;
        private long sequence;
        private long eventNs;

        boolean next() {
            if (at == length) {
                return false;
            }
            final long head = read();
            instrument = (int) (head >>> 1);
            sequence += readSigned();
            eventNs += readSigned();
            now = quotes.computeIfAbsent(instrument, unused -> new Quotes());
            if ((head & 1) != 0) {
                now.bidPx += readSigned();
                now.bidSz += readSigned();
                now.askPx += readSigned();
                now.askSz += readSigned();
            }
            return true;
        }

        int instrument() {
            return instrument;
        }

        long sequence() {
            return sequence;
        }

        long eventNs() {
            return eventNs;
        }

        WantedQuotes wanted() {
            return new WantedQuotes(sequence, eventNs, now.bidPx, now.bidSz, now.askPx, now.askSz);
        }

        private long readSigned() {
            final long value = read();
            return value >>> 1 ^ -(value & 1);
        }

        private long read() {
            long value = 0;
            int shift = 0;
            byte next = bytes.getByte(at++);
            while (next < 0) {
                value |= (long) (next & SEVEN) << shift;
                shift += 7;
                next = bytes.getByte(at++);
            }
            return value | (long) next << shift;
        }
    }
}
