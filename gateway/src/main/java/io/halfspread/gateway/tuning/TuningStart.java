package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The set a session opens with. Cold. */
public final class TuningStart {
    private TuningStart() {}

    /**
     * Puts the set of the whole-set file in force, or the defaults when there is no such file. The log names the values,
     * the keys that were defaulted and the earlier overlays that no longer hold.
     *
     * @param file     the whole-set file
     * @param versions numbers the set
     * @param log      told of it
     * @return the update to open the session with
     * @throws TuningRefusal when there is such a file and it is not accepted: trading with other values than those
     *     written down is worse than not trading
     */
    public static TuningUpdate fromFile(final Path file, final TuningVersions versions, final TuningLog log) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            log.info(file + ": no such file; the built-in defaults are in force");
            return open(
                    TuningSource.defaults(), TuningValues.defaults(), EnumSet.noneOf(TuningParam.class), versions, log);
        }
        final TuningFile candidate = read(file);
        final TuningSource source =
                new TuningSource(SourceKind.FILE, file.getFileName().toString(), candidate.sha256());
        return open(source, candidate.whole(), candidate.stated(), versions, log);
    }

    /**
     * The set of a file named by an option, as version 1 of a replay: nothing is kept and nothing logged.
     *
     * @param file the file
     * @return the update to open the session with
     * @throws TuningRefusal when the file is not accepted
     */
    public static TuningUpdate fromOption(final Path file) {
        final TuningFile candidate = read(file);
        final TuningSource source =
                new TuningSource(SourceKind.OPTION, file.getFileName().toString(), candidate.sha256());
        return new TuningUpdate(1, source, candidate.whole(), candidate.stated());
    }

    /**
     * Reads and checks a tuning file or drop that nobody is writing.
     *
     * @param file the file
     * @return the accepted candidate
     * @throws TuningRefusal when it cannot be read or is not accepted; the message has every fault
     */
    public static TuningFile read(final Path file) {
        final TuningFile candidate = TuningFile.of(bytes(file));
        if (!candidate.accepted()) {
            throw new TuningRefusal(file + ": " + candidate.reason());
        }
        return candidate;
    }

    /**
     * Reads the bytes of a tuning file.
     *
     * @param file the file
     * @return its bytes
     * @throws TuningRefusal when it cannot be read
     */
    public static byte[] bytes(final Path file) {
        try {
            final FileRead read = FileRead.of(file, FileStamp.of(file));
            if (read.bytes() == null) {
                throw new TuningRefusal(read.trouble());
            }
            return read.bytes();
        } catch (final IOException e) {
            throw new TuningRefusal(FileTrouble.describe(file, e));
        }
    }

    private static TuningUpdate open(
            final TuningSource source,
            final TuningValues values,
            final Set<TuningParam> stated,
            final TuningVersions versions,
            final TuningLog log) {
        final List<String> ended = versions.overlays();
        final TuningUpdate update = versions.propose(source, values, stated);
        versions.accept(update);
        final Set<TuningParam> defaulted = EnumSet.allOf(TuningParam.class);
        defaulted.removeAll(stated);
        log.info("Tuning parameters in force from " + source.name() + ": " + values + "; version " + update.version()
                + ", sha256 " + source.sha256().brief() + TuningIntake.notes(defaulted, ended));
        return update;
    }
}
