package io.halfspread.app.report;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wanted quotes of a capture over event time: what each coin wants, moment by moment. For one thread. */
final class QuoteStream implements AutoCloseable {
    private final CaptureReader records;
    private final List<String> coins;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final Map<String, Wanted> wanted = new HashMap<>();
    private boolean ended;

    /**
     * What a coin wants.
     *
     * @param sequence event that the decision answers
     * @param eventNs  its time
     * @param bidPx    wanted bid, the null value when none
     * @param bidSz    its size
     * @param askPx    wanted ask, the null value when none
     * @param askSz    its size
     */
    record Wanted(long sequence, long eventNs, long bidPx, long bidSz, long askPx, long askSz) {
        boolean sameQuotes(final Wanted other) {
            return bidPx == other.bidPx && bidSz == other.bidSz && askPx == other.askPx && askSz == other.askSz;
        }
    }

    QuoteStream(final Path capture) {
        records = CaptureReader.open(capture);
        coins = records.manifest().identity().instruments();
        advance();
    }

    boolean isEnded() {
        return ended;
    }

    /** Time of the next decision. */
    long nextNs() {
        return decision.eventNs();
    }

    /** Whether the next decision answers the same event of the same coin as that of another stream. */
    boolean isInStep(final QuoteStream other) {
        return !ended
                && !other.ended
                && decision.eventNs() == other.decision.eventNs()
                && decision.causeSequence() == other.decision.causeSequence()
                && coin().equals(other.coin());
    }

    /** Takes all decisions of a moment. */
    void take(final long eventNs) {
        while (!ended && decision.eventNs() == eventNs) {
            takeOne();
        }
    }

    /** Takes the next decision. */
    void takeOne() {
        wanted.put(
                coin(),
                new Wanted(
                        decision.causeSequence(),
                        decision.eventNs(),
                        decision.bidPx(),
                        decision.bidSz(),
                        decision.askPx(),
                        decision.askSz()));
        advance();
    }

    private String coin() {
        return decision.instrument() < coins.size() ? coins.get(decision.instrument()) : "#" + decision.instrument();
    }

    /** Newest wish of every coin. */
    Map<String, Wanted> wanted() {
        return wanted;
    }

    private void advance() {
        while (records.next()) {
            header.wrap(records.buffer(), records.offset());
            if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
                decision.wrap(
                        records.buffer(),
                        records.offset() + MessageHeaderDecoder.ENCODED_LENGTH,
                        header.blockLength(),
                        header.version());
                return;
            }
        }
        ended = true;
    }

    @Override
    public void close() {
        records.close();
    }
}
