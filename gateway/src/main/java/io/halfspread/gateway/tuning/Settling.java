package io.halfspread.gateway.tuning;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Decides when a file that somebody may still be writing can be taken. A file renamed into place is read at once, and
 * taken when its text is whole. One written in place is read when it has stood still for 50 ms. A broken text, or a file
 * that cannot be read, is believed only when the file has not changed for 500 ms: until then its writer may be at work.
 */
final class Settling {
    static final long STILL_NS = TimeUnit.MILLISECONDS.toNanos(50);
    static final long BELIEVED_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Path file;
    private FileStamp stamp;
    private long noticedNs;
    private FileRead read;
    private long readNs;
    private TuningFile parsed;

    Settling(final Path file) {
        this.file = file;
    }

    /** Begins again with a new state of the file, unless it is the state being waited for. */
    void notice(final FileStamp seen, final long nowNs) {
        if (!seen.equals(stamp)) {
            stamp = seen;
            noticedNs = nowNs;
            read = null;
            parsed = null;
        }
    }

    FileStamp stamp() {
        return stamp;
    }

    /**
     * Whether the file can be taken now.
     *
     * @param renamed whether it is another file than the one last seen under this name
     * @param nowNs   monotonic time
     * @param epochNs time since the epoch
     */
    boolean ready(final boolean renamed, final long nowNs, final long epochNs) {
        final long waitedNs = nowNs - noticedNs;
        if (!renamed && waitedNs < STILL_NS) {
            return false;
        }
        final boolean old = waitedNs >= BELIEVED_NS || epochNs - stamp.mtimeNs() >= BELIEVED_NS;
        if (read == null || nowNs - readNs >= STILL_NS || old) {
            read = FileRead.of(file, stamp);
            readNs = nowNs;
            parsed = read.bytes() == null ? null : TuningFile.of(read.bytes());
        }
        return read.steady() && (old || parsed != null && !parsed.malformed());
    }

    /** Content of the file, null when it cannot be read. Valid when ready. */
    TuningFile parsed() {
        return parsed;
    }

    /** Bytes of the file, null when it cannot be read. Valid when ready. */
    byte[] bytes() {
        return read.bytes();
    }

    /** Why the file cannot be read. Valid when ready. */
    String trouble() {
        return read.trouble();
    }
}
