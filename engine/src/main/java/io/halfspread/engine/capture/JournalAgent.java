package io.halfspread.engine.capture;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.ring.RingReader;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.Agent;

/**
 * Records a session as it runs: each input once the engine has handled it, then the outputs it caused, then the next input.
 * The reader of inputs must be gated behind the engine's. When the disk falls behind, messages wait in the rings; when
 * these fill up, the rest of the session is lost and counted rather than anyone held up.
 */
@HotPath
public final class JournalAgent implements Agent {
    private static final int BATCH = 64;
    private static final int CAUSE_OFFSET =
            MessageHeaderDecoder.ENCODED_LENGTH + QuoteDecisionDecoder.causeSequenceEncodingOffset();

    private final RingReader inputs;
    private final RingReader outputs;
    private final CaptureWriter writer;
    private final long maxBacklog;
    private final MessageHandler onInput = this::onInput;
    private final MessageHandler onOutput = this::onOutput;
    private long handled = -1;
    private int outputsTaken;

    /**
     * Connects the rings to a capture.
     *
     * @param inputs     reader of the input ring, behind the engine's
     * @param outputs    reader of the output ring
     * @param writer     the capture; the agent ends it when it closes
     * @param maxBacklog unread messages of either ring at which a slow disk is given up: three quarters of its slots
     */
    public JournalAgent(
            final RingReader inputs, final RingReader outputs, final CaptureWriter writer, final long maxBacklog) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.writer = writer;
        this.maxBacklog = maxBacklog;
    }

    /**
     * The backlog at which a slow disk is to be given up: while the engine can still go on, so that the ring never waits
     * for the disk and the disk for the ring.
     *
     * @param slots          slots of the rings
     * @param outputsOfEvent outputs for which the engine wants room before it takes an event
     * @return unread messages, at most three quarters of the slots
     */
    @ColdPath("wiring")
    public static long backlogLimit(final int slots, final int outputsOfEvent) {
        return Math.max(1, Math.min(slots / 4 * 3, slots - outputsOfEvent - 1));
    }

    @Override
    public int doWork() {
        if (!writer.hasRoom()) {
            if (inputs.backlog() < maxBacklog && outputs.backlog() < maxBacklog) {
                return 0;
            }
            giveUp();
        }
        return record();
    }

    @Override
    @ColdPath("for people")
    public String roleName() {
        return "journal";
    }

    /** Records what is left in the rings and ends the capture. */
    @Override
    @ColdPath("once a session")
    public void onClose() {
        drain();
        writer.close();
    }

    /**
     * Records what is left in the rings and ends the capture with the engine's hash. A later {@link #onClose()} does
     * nothing.
     *
     * @param hash final rolling hash of the engine
     */
    @ColdPath("once a session")
    public void end(final long hash) {
        drain();
        writer.end(hash);
    }

    @ColdPath("once a session")
    private void drain() {
        while (record() > 0) {
            Thread.onSpinWait();
        }
        handled = Long.MAX_VALUE;
        takeOutputs();
    }

    private int record() {
        outputsTaken = 0;
        final int inputsTaken = inputs.poll(onInput, BATCH);
        takeOutputs();
        return inputsTaken + outputsTaken;
    }

    private void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        writer.appendInput(buffer, offset, length, sequence);
        handled = sequence;
        takeOutputs();
    }

    private void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        writer.appendOutput(buffer, offset, length, sequence);
        outputsTaken++;
    }

    private void takeOutputs() {
        for (DirectBuffer next = outputs.peek(); next != null && causeOf(next) <= handled; next = outputs.peek()) {
            outputs.poll(onOutput, 1);
        }
    }

    private static long causeOf(final DirectBuffer message) {
        return message.getLong(CAUSE_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }

    @ColdPath("once, when the disk fails")
    private void giveUp() {
        writer.lose("the disk did not make room before the rings filled");
    }
}
