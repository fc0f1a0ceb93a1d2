package io.halfspread.app.live;

import io.halfspread.engine.replay.FillModel;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The input ring of a paper session, and the venue behind it: a fill model that answers on the thread that writes the ring.
 * After each input it waits until the engine has consumed it, gives the outputs to the model, and publishes what the model
 * has to say before the next input. So the capture holds the model's events as inputs and replays like any other.
 */
final class PaperVenue implements EventPublisher {
    /** An engine that answers every answer would hold time still: after so many rounds the next input comes first. */
    private static final int MAX_ROUNDS = 64;

    private static final int OUTPUT_BATCH = 256;

    private final EventRing ring;
    private final RingReader engine;
    private final RingReader outputs;
    private final FillModel model;
    private final EngineProgress progress;
    private final MessageHandler onOutput = this::onOutput;
    private MutableDirectBuffer claimed;

    /**
     * Puts a model behind a ring.
     *
     * @param ring     the input ring
     * @param engine   the engine's place in it
     * @param outputs  reader of the output ring for the model
     * @param model    answers from here on
     * @param progress lets the engine go on while this thread waits for it
     */
    PaperVenue(
            final EventRing ring,
            final RingReader engine,
            final RingReader outputs,
            final FillModel model,
            final EngineProgress progress) {
        this.ring = ring;
        this.engine = engine;
        this.outputs = outputs;
        this.model = model;
        this.progress = progress;
        model.takeOver();
    }

    @Override
    public MutableDirectBuffer claim() {
        claimed = ring.claim();
        return claimed;
    }

    @Override
    public long publish(final int length) {
        final MutableDirectBuffer message = claimed;
        final long sequence = ring.publish(length);
        // The slot is not handed out again before this thread claims a whole ring of others.
        model.onInput(message, 0, length);
        answer();
        return sequence;
    }

    /** Lets the model act on the passing of time; called before the inputs of that time. */
    int onTime(final long nowNs) {
        settle();
        if (model.dueNs() > nowNs) {
            return 0;
        }
        model.onTime(nowNs);
        return answer();
    }

    /** Waits until the engine has consumed all that was published, and hands its outputs to the model. */
    void settle() {
        while (engine.position() < ring.published()) {
            progress.await();
            readOutputs();
        }
        readOutputs();
    }

    private int answer() {
        settle();
        int published = 0;
        for (int round = 0; round < MAX_ROUNDS && model.hasEvents(); round++) {
            published += model.publishTo(ring);
            settle();
        }
        return published;
    }

    private void readOutputs() {
        int read;
        do {
            read = outputs.poll(onOutput, OUTPUT_BATCH);
        } while (read > 0);
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        model.onOutput(buffer, offset, length);
    }
}
