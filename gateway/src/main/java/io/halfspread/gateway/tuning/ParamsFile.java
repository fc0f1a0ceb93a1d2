package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.tuning.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** The whole-set file: read when it changed and has settled, brought when its bytes are new. */
final class ParamsFile {
    private final Path file;
    private final String name;
    private final TuningIntake intake;
    private final Settling settling;
    private FileStamp taken;
    private Sha256 lastBytes;
    private long missingSinceNs;
    private boolean missing;
    private boolean distrusted;
    private String trouble;

    ParamsFile(final Path file, final TuningIntake intake, final Sha256 lastBytes) {
        this.file = file;
        this.name = file.getFileName().toString();
        this.intake = intake;
        this.settling = new Settling(file);
        this.lastBytes = lastBytes;
    }

    /** Forgets what the file looked like, so that it is read even if it looks the same. */
    void distrust() {
        distrusted = true;
    }

    /** Looks at the file. Returns whether it must be looked at again soon. */
    boolean examine(final long nowNs, final long epochNs) {
        final FileStamp stamp;
        try {
            stamp = FileStamp.of(file);
        } catch (final IOException e) {
            return absent(nowNs, FileTrouble.describe(file, e));
        }
        missing = false;
        if (stamp.equals(taken) && !distrusted) {
            return false;
        }
        final boolean renamed = !stamp.sameFileAs(taken);
        settling.notice(stamp, nowNs);
        if (!settling.ready(renamed, nowNs, epochNs)) {
            return true;
        }
        if (settling.parsed() == null) {
            complain(settling.trouble());
        } else if (!settling.parsed().sha256().equals(lastBytes)) {
            if (intake.bring(SourceKind.FILE, name, settling.parsed()) == TuningIntake.Outcome.NO_ROOM) {
                return true;
            }
            lastBytes = settling.parsed().sha256();
            trouble = null;
        } else {
            trouble = null;
        }
        taken = stamp;
        distrusted = false;
        return false;
    }

    private boolean absent(final long nowNs, final String problem) {
        if (!missing) {
            missing = true;
            missingSinceNs = nowNs;
        }
        // Many editors remove a file and write it anew: only a lasting absence is worth a line.
        if (nowNs - missingSinceNs < Settling.BELIEVED_NS) {
            return true;
        }
        taken = null;
        complain(problem);
        return false;
    }

    private void complain(final String problem) {
        if (!problem.equals(trouble)) {
            intake.log()
                    .warn(problem + "; version " + intake.versions().inForce().version() + " stays in force");
            trouble = problem;
        }
    }
}
