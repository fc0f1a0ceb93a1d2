package io.halfspread.engine.capture;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Appends messages to a capture. A failing disk never throws and never blocks: from the first record it cannot place the
 * writer loses all, so that a capture is always a prefix of its session without a gap, and counts what it lost. Used by one
 * thread; {@link #state()}, {@link #trouble()} and the lost counts may be read from any.
 */
@HotPath
public final class CaptureWriter implements AutoCloseable {
    private static final int MAX_RESERVE = 1 << 20;
    private static final int RESERVE_SHARE = 4;

    private final Path folder;
    private final CaptureDisk disk;
    private final long contentId;
    private final int reserve;
    private MappedSegment segment;
    private SegmentAppender appender;
    private long firstInput = -1;
    private long lastInput = -1;
    private long lastOutput = -1;
    private long inputs;
    private long outputs;
    private volatile long lostInputs;
    private volatile long lostOutputs;
    private volatile String lossCause;
    private volatile boolean closed;

    private CaptureWriter(
            final Path folder, final CaptureIdentity identity, final CaptureSettings settings, final CaptureDisk disk) {
        this.folder = folder;
        this.disk = disk;
        this.contentId = identity.contentId();
        this.reserve = Math.min(MAX_RESERVE, settings.segmentLength() / RESERVE_SHARE);
    }

    /**
     * Starts a capture in a new or empty folder.
     *
     * @param folder   where; parents are made
     * @param identity what the manifest says of the session
     * @param settings how to write
     * @return the writer
     * @throws CaptureException when the folder is used, in use or cannot be written
     */
    @ColdPath("once a session")
    public static CaptureWriter open(
            final Path folder, final CaptureIdentity identity, final CaptureSettings settings) {
        return new CaptureWriter(folder, identity, settings, CaptureDisk.create(folder, identity, settings));
    }

    /**
     * Appends an input of the engine.
     *
     * @param buffer   holds the message
     * @param offset   index of the message header
     * @param length   bytes of the message, at most {@value CaptureDescriptor#MAX_MESSAGE_LENGTH}
     * @param sequence its sequence on the input ring
     * @return false when it was lost
     */
    public boolean appendInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (!append(CaptureDescriptor.INPUT, buffer, offset, length, sequence)) {
            lostInputs = lostInputs + 1;
            return false;
        }
        if (inputs++ == 0) {
            firstInput = sequence;
        }
        lastInput = sequence;
        return true;
    }

    /**
     * Appends an output of the engine, behind the input that caused it.
     *
     * @param buffer   holds the message
     * @param offset   index of the message header
     * @param length   bytes of the message, at most {@value CaptureDescriptor#MAX_MESSAGE_LENGTH}
     * @param sequence its sequence on the output ring
     * @return false when it was lost
     */
    public boolean appendOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (!append(CaptureDescriptor.OUTPUT, buffer, offset, length, sequence)) {
            lostOutputs = lostOutputs + 1;
            return false;
        }
        outputs++;
        lastOutput = sequence;
        return true;
    }

    /**
     * Whether a burst of messages can be appended now. When not, a caller that can wait does, and gives up with
     * {@link #lose(String)} when it no longer can.
     *
     * @return false while the disk has not made the next segment and the open one is nearly full
     */
    public boolean hasRoom() {
        return appender != null && appender.free() >= reserve || lossCause != null || isNextReady();
    }

    /**
     * Stops recording: what comes from now on is counted as lost.
     *
     * @param cause why, for people
     */
    @ColdPath("once, when the disk fails")
    public void lose(final String cause) {
        if (lossCause == null) {
            lossCause = cause;
        }
    }

    /**
     * What the writer is able to do.
     *
     * @return the state
     */
    @ColdPath("for observers")
    public CaptureState state() {
        if (closed) {
            return CaptureState.CLOSED;
        }
        if (lossCause != null) {
            return CaptureState.LOSING;
        }
        return disk.trouble() == null ? CaptureState.WRITING : CaptureState.FAILING;
    }

    /**
     * What is wrong with the disk, in a line for the log.
     *
     * @return the text, null when nothing is
     */
    @ColdPath("for observers")
    public String trouble() {
        final String cause = lossCause == null ? disk.trouble() : lossCause;
        if (cause == null) {
            return null;
        }
        final String lost = lossCause == null
                ? "the open segment still records"
                : lostInputs + " inputs and " + lostOutputs + " outputs lost";
        return "capture " + folder + ": " + cause + "; " + lost;
    }

    /**
     * Inputs that were not recorded.
     *
     * @return the count
     */
    public long lostInputs() {
        return lostInputs;
    }

    /**
     * Outputs that were not recorded.
     *
     * @return the count
     */
    public long lostOutputs() {
        return lostOutputs;
    }

    /**
     * Names the instruments, when they were not known at the start.
     *
     * @param names venue names by instrument index
     */
    @ColdPath("when an instrument appears")
    public void instruments(final List<String> names) {
        if (!closed) {
            disk.instruments(List.copyOf(names));
        }
    }

    /**
     * Ends the capture: seals the last segment and writes the final manifest.
     *
     * @param hash final rolling hash of the engine
     */
    @ColdPath("once a session")
    public void end(final long hash) {
        end(Hex.hex16(hash));
    }

    /** Ends the capture, without a hash. Does nothing when it has ended. */
    @Override
    @ColdPath("once a session")
    public void close() {
        end("");
    }

    private boolean append(
            final int kind, final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (lossCause != null || closed) {
            return false;
        }
        if (length < CaptureDescriptor.MIN_MESSAGE_LENGTH || length > CaptureDescriptor.MAX_MESSAGE_LENGTH) {
            refuseLength(length);
        }
        try {
            return appender != null && appender.append(kind, buffer, offset, length, sequence)
                    || appendToNext(kind, buffer, offset, length, sequence);
        } catch (final InternalError e) {
            lose(fault(e));
            return false;
        }
    }

    @ColdPath("once a segment")
    private boolean appendToNext(
            final int kind, final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        final MappedSegment next = disk.take();
        if (next == null) {
            lose(disk.trouble() == null ? "the disk is slower than the session" : disk.trouble());
            return false;
        }
        if (segment != null) {
            disk.seal(segment, totals());
        }
        segment = next;
        appender = next.begin(
                contentId,
                kind == CaptureDescriptor.INPUT ? sequence : lastInput + 1,
                kind == CaptureDescriptor.OUTPUT ? sequence : lastOutput + 1);
        return appender.append(kind, buffer, offset, length, sequence);
    }

    @ColdPath("a segment is nearly full")
    private boolean isNextReady() {
        return disk.isReady();
    }

    @ColdPath("the disk failed under a mapped page")
    private static String fault(final InternalError error) {
        return "the open segment cannot be written: " + error.getMessage();
    }

    @ColdPath("a programming error")
    private static void refuseLength(final int length) {
        throw new IllegalArgumentException("message of " + length + " bytes: accepted are "
                + CaptureDescriptor.MIN_MESSAGE_LENGTH + " to " + CaptureDescriptor.MAX_MESSAGE_LENGTH);
    }

    @ColdPath("once a session")
    private void end(final String hash) {
        if (closed) {
            return;
        }
        closed = true;
        final String cause = lossCause;
        final String note = cause == null
                ? ""
                : cause + "; " + lostInputs + " inputs and " + lostOutputs + " outputs after the last record were lost";
        disk.end(segment, totals(), note, cause == null ? hash : "");
        segment = null;
        appender = null;
    }

    @ColdPath("once a segment")
    private CaptureTotals totals() {
        return new CaptureTotals(firstInput, lastInput, inputs, outputs, lostInputs, lostOutputs);
    }
}
