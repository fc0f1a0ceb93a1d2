package io.halfspread.bench.journal;

import io.halfspread.codec.event.BookSnapshotEncoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One append of a 20 + 20 level book, about 850 bytes, to a file by each. Ours checksums the record; Chronicle Queue does not.
 * An iteration is 65,536 appends to new files, about 60 MB, which fit one segment of ours, made before it; figures are of one
 * append, and the worst iterations show what the disk did. Left out: the ring,
 * forcing to disk. Topology: one thread, and one of ours for the disk.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 8)
@OperationsPerInvocation(JournalAppendBenchmark.APPENDS)
@Fork(1)
@Threads(1)
public class JournalAppendBenchmark {
    /** Appends of an iteration. */
    public static final int APPENDS = 1 << 16;

    private static final int LEVELS = 20;
    private static final int SEGMENT_LENGTH = 64 << 20;

    private final UnsafeBuffer message = new UnsafeBuffer(ByteBuffer.allocateDirect(1024));
    private int length;
    private Path folder;
    private CaptureWriter writer;
    private ChronicleQueue queue;
    private ExcerptAppender appender;
    private Bytes<ByteBuffer> bytes;
    private long sequence;

    /** Creates the benchmark; JMH calls it. */
    public JournalAppendBenchmark() {}

    /** Encodes the message. */
    @Setup
    public void encode() {
        final BookSnapshotEncoder book = new BookSnapshotEncoder();
        book.wrapAndApplyHeader(message, 0, new MessageHeaderEncoder())
                .ingestNs(1_790_232_236_546_000_000L)
                .venueNs(1_790_232_236_400_000_000L)
                .instrument(0)
                .fast(Flag.NO);
        final BookSnapshotEncoder.BidsEncoder bids = book.bidsCount(LEVELS);
        for (int i = 0; i < LEVELS; i++) {
            bids.next().px(8_414_300_000_000L - i).sz(125_873_000L + i).orders(7);
        }
        final BookSnapshotEncoder.AsksEncoder asks = book.asksCount(LEVELS);
        for (int i = 0; i < LEVELS; i++) {
            asks.next().px(8_414_400_000_000L + i).sz(25_873_000L + i).orders(3);
        }
        length = MessageHeaderEncoder.ENCODED_LENGTH + book.encodedLength();
        bytes = Bytes.elasticByteBuffer(1024);
        for (int i = 0; i < length; i++) {
            bytes.writeByte(message.getByte(i));
        }
    }

    /**
     * Opens both files, and pretouches ours as a session does.
     *
     * @throws IOException when there is no room
     */
    @Setup(Level.Iteration)
    public void open() throws IOException {
        folder = Files.createTempDirectory("halfspread-journal");
        writer = CaptureWriter.open(
                folder.resolve("capture"),
                new CaptureIdentity("bench", CaptureKind.REPLAY, 1, "", "bench", List.of("HYPE")),
                new CaptureSettings(SEGMENT_LENGTH, false, 0));
        sequence = 0;
        queue = ChronicleQueue.single(new File(folder.toFile(), "queue").getPath());
        appender = queue.createAppender();
        writer.appendInput(message, 0, length, sequence++);
        appender.writeBytes(bytes);
    }

    /**
     * Removes the files.
     *
     * @throws IOException when they cannot be removed
     */
    @TearDown(Level.Iteration)
    public void close() throws IOException {
        if (writer.lostInputs() > 0) {
            throw new IllegalStateException(writer.trouble());
        }
        writer.close();
        appender.close();
        queue.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Records of ours.
     *
     * @return how many were lost
     */
    @Benchmark
    public long halfspread() {
        for (int i = 0; i < APPENDS; i++) {
            writer.appendInput(message, 0, length, sequence++);
        }
        return writer.lostInputs();
    }

    /**
     * Excerpts of Chronicle Queue.
     *
     * @return the index of the last
     */
    @Benchmark
    public long chronicle() {
        for (int i = 0; i < APPENDS; i++) {
            bytes.readPosition(0);
            appender.writeBytes(bytes);
        }
        return appender.lastIndexAppended();
    }
}
