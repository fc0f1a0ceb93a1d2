package io.halfspread.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteDecisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What was written is read again, however it changes. */
final class QuoteLogTest {
    private static final long NULL = QuoteDecisionDecoder.bidPxNullValue();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final QuoteDecisionEncoder encoder = new QuoteDecisionEncoder();
    private final QuoteDecisionDecoder decoder = new QuoteDecisionDecoder();

    private void add(final QuoteLog log, final int instrument, final WantedQuotes wanted) {
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .causeSequence(wanted.sequence())
                .eventNs(wanted.eventNs())
                .instrument(instrument)
                .bidPx(wanted.bidPx())
                .bidSz(wanted.bidSz())
                .askPx(wanted.askPx())
                .askSz(wanted.askSz());
        decoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
        log.onDecision(decoder);
    }

    @Test
    void shouldReadWhatWasWrittenWhenQuotesComeGoAndStay() {
        final Random random = new Random(11);
        final QuoteLog log = new QuoteLog();
        final List<WantedQuotes> written = new ArrayList<>();
        final List<Integer> instruments = new ArrayList<>();
        long sequence = 0;
        long ns = 1_700_000_000_000_000_000L;
        WantedQuotes last = new WantedQuotes(0, 0, NULL, NULL, NULL, NULL);
        for (int i = 0; i < 5_000; i++) {
            sequence += random.nextInt(3);
            ns += random.nextInt(4) == 0 ? 0 : random.nextInt(2_000_000_000);
            last = random.nextInt(3) == 0
                    ? new WantedQuotes(sequence, ns, any(random), any(random), any(random), any(random))
                    : new WantedQuotes(sequence, ns, last.bidPx(), last.bidSz(), last.askPx(), last.askSz());
            written.add(last);
            instruments.add(random.nextInt(5));
            add(log, instruments.get(i), last);
        }

        final QuoteLog.Reader reader = log.reader();
        for (int i = 0; i < written.size(); i++) {
            assertTrue(reader.next());
            assertEquals(instruments.get(i), reader.instrument());
            assertEquals(written.get(i), reader.wanted());
        }
        assertFalse(reader.next());
    }

    private static long any(final Random random) {
        return random.nextInt(4) == 0 ? NULL : random.nextLong() >>> 1 + random.nextInt(60);
    }
}
