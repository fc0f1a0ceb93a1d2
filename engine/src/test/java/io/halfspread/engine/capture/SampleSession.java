package io.halfspread.engine.capture;

import io.halfspread.engine.handler.RollingHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/** A seeded session: what was appended to a capture, kept beside it as plain arrays. */
final class SampleSession {
    static final CaptureIdentity IDENTITY = new CaptureIdentity(
            "0.1.0-test", CaptureKind.SIMULATED, 0x0123_4567_89ab_cdefL, "", "sample", List.of("ETH", "BTC"));
    static final CaptureSettings SMALL = new CaptureSettings(4096, false, 0);

    final List<Message> messages = new ArrayList<>();
    private final SampleEvents events;
    private final SplittableRandom random;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CaptureDescriptor.MAX_MESSAGE_LENGTH]);
    private final RollingHash hash = new RollingHash();
    private long covered;
    private long nextInput;
    private long nextOutput;

    record Message(boolean input, long sequence, byte[] bytes) {
        @Override
        public boolean equals(final Object other) {
            return other instanceof Message that
                    && input == that.input
                    && sequence == that.sequence
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }

        @Override
        public String toString() {
            return (input ? "input " : "output ") + sequence + " of " + bytes.length + " bytes";
        }
    }

    SampleSession(final long seed) {
        events = new SampleEvents(seed);
        random = new SplittableRandom(seed);
    }

    static SampleSession record(final Path folder, final long seed, final int inputs) {
        return record(folder, seed, inputs, SMALL);
    }

    static SampleSession record(final Path folder, final long seed, final int inputs, final CaptureSettings settings) {
        final SampleSession session = new SampleSession(seed);
        try (CaptureWriter writer = CaptureWriter.open(folder, IDENTITY, settings)) {
            session.append(writer, inputs);
        }
        return session;
    }

    void append(final CaptureWriter writer, final int inputs) {
        for (int i = 0; i < inputs; i++) {
            final int length = events.input(buffer, nextInput);
            add(true, nextInput, length);
            hash.update(buffer, 0, length);
            writer.appendInput(buffer, 0, length, nextInput);
            for (int outputs = random.nextInt(3); outputs > 0; outputs--) {
                final int outputLength = events.output(buffer, nextInput);
                hash.update(buffer, 0, outputLength);
                covered++;
                appendOutput(writer, outputLength);
            }
            if (random.nextInt(8) == 0) {
                appendOutput(writer, events.stateHash(buffer, nextInput, covered, hash.value()));
            }
            nextInput++;
        }
    }

    long hash() {
        return hash.value();
    }

    private void appendOutput(final CaptureWriter writer, final int length) {
        add(false, nextOutput, length);
        writer.appendOutput(buffer, 0, length, nextOutput++);
    }

    List<Message> inputs() {
        return messages.stream().filter(Message::input).toList();
    }

    static List<Message> read(final Path folder) {
        final List<Message> read = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(folder)) {
            while (reader.next()) {
                final byte[] bytes = new byte[reader.length()];
                reader.buffer().getBytes(reader.offset(), bytes);
                read.add(new Message(reader.isInput(), reader.sequence(), bytes));
            }
        }
        return read;
    }

    private void add(final boolean input, final long sequence, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        messages.add(new Message(input, sequence, bytes));
    }
}
