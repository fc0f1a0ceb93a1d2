package io.halfspread.app.replay;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.engine.replay.Recorder;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.nio.ByteOrder;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/** Watches a replay without recording it: each input, then the outputs it caused. */
public final class OrderedWatch implements Recorder {
    private static final int BATCH = 256;

    private final MessageHandler toInput;
    private final MessageHandler toOutput;

    /**
     * A watch.
     *
     * @param onInput  gets every input
     * @param onOutput gets every output, after the input that caused it
     */
    public OrderedWatch(final MessageHandler onInput, final MessageHandler onOutput) {
        toInput = onInput;
        toOutput = onOutput;
    }

    @Override
    public Agent attach(final RingReader inputs, final RingReader outputs, final LongSupplier finalHash) {
        return new Watching(inputs, outputs);
    }

    /** Reads both rings. */
    private final class Watching implements Agent {
        private final RingReader inputs;
        private final RingReader outputs;
        private final MessageHandler input = this::onInput;

        Watching(final RingReader inputs, final RingReader outputs) {
            this.inputs = inputs;
            this.outputs = outputs;
        }

        @Override
        public int doWork() {
            int work = 0;
            for (int i = 0; i < BATCH && inputs.poll(input, 1) > 0; i++) {
                work++;
            }
            return work;
        }

        @Override
        public void onClose() {
            while (doWork() > 0) {
                Thread.onSpinWait();
            }
            outputsUpTo(Long.MAX_VALUE);
        }

        @Override
        public String roleName() {
            return "watch";
        }

        private void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
            toInput.onMessage(buffer, offset, length, sequence);
            outputsUpTo(sequence);
        }

        private void outputsUpTo(final long sequence) {
            DirectBuffer next = outputs.peek();
            while (next != null
                    && next.getLong(MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN) <= sequence) {
                outputs.poll(toOutput, 1);
                next = outputs.peek();
            }
        }
    }
}
