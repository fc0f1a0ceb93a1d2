package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers accepted sets and remembers the one in force, on the control side. With a ledger the numbers go on where the
 * last run stopped, so that a version names one set for ever; without one they begin at 1. A ledger that cannot be
 * written does not stop tuning: entries wait and are written when it can be. Owned by the control thread.
 */
public final class TuningVersions implements AutoCloseable {
    private final TuningLedger ledger;
    private final TuningLog log;
    private final Clock clock;
    private final Deque<LedgerEntry> unwritten = new ArrayDeque<>();
    private final List<String> overlays = new ArrayList<>();
    private TuningUpdate inForce;
    private long lastVersion;
    private boolean troubled;

    private TuningVersions(final TuningLedger ledger, final TuningLog log, final Clock clock) {
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Versions that are not kept beyond this run.
     *
     * @return versions from 1
     */
    public static TuningVersions inMemory() {
        return new TuningVersions(null, null, Clock.systemUTC());
    }

    /**
     * Versions kept in a ledger.
     *
     * @param file  ledger file, created when missing
     * @param log   told of every problem
     * @param clock gives the time of entries
     * @return versions that go on after the ledger's last; not kept when it cannot be written
     */
    public static TuningVersions open(final Path file, final TuningLog log, final Clock clock) {
        List<LedgerEntry> earlier = List.of();
        TuningLedger ledger = null;
        try {
            final TuningLedger.Contents contents = TuningLedger.read(file);
            contents.problems().forEach(log::warn);
            earlier = contents.entries();
            ledger = TuningLedger.open(file);
        } catch (final IOException e) {
            log.warn("parameter versions of this run are not kept: " + FileTrouble.describe(file, e));
        }
        final TuningVersions versions = new TuningVersions(ledger, log, clock);
        earlier.forEach(entry -> versions.remember(entry.update()));
        versions.inForce = null;
        return versions;
    }

    /**
     * The set in force.
     *
     * @return the set, null before the session's first
     */
    public TuningUpdate inForce() {
        return inForce;
    }

    /**
     * Overlays accepted since the last whole set, in this run or, before its first set, in earlier ones.
     *
     * @return names with versions, in order
     */
    public List<String> overlays() {
        return List.copyOf(overlays);
    }

    /**
     * The next version, not yet in force: it may be proposed again when its event finds no room.
     *
     * @param source where the set comes from
     * @param values all values
     * @param stated parameters the source states
     * @return the update
     */
    public TuningUpdate propose(final TuningSource source, final TuningValues values, final Set<TuningParam> stated) {
        return new TuningUpdate(lastVersion + 1, source, values, stated);
    }

    /**
     * Puts a proposed version in force and into the ledger.
     *
     * @param update a proposed update whose event is on its way
     */
    public void accept(final TuningUpdate update) {
        final Set<TuningParam> changed = changedBy(update);
        remember(update);
        if (ledger != null) {
            unwritten.add(new LedgerEntry(clock.instant(), update, changed));
            writeLedger();
        }
    }

    /**
     * Parameters whose value an update changes.
     *
     * @param update an update not yet accepted
     * @return the parameters; all, when nothing is in force yet
     */
    public Set<TuningParam> changedBy(final TuningUpdate update) {
        return inForce == null
                ? EnumSet.allOf(TuningParam.class)
                : update.values().differingFrom(inForce.values());
    }

    /** Writes entries that could not be written before. Cheap when there are none. */
    public void writeLedger() {
        try {
            while (!unwritten.isEmpty()) {
                ledger.append(unwritten.peek());
                unwritten.remove();
            }
            if (troubled) {
                log.info(ledger.file() + ": written again; no version is missing");
                troubled = false;
            }
        } catch (final IOException e) {
            if (!troubled) {
                log.warn("parameter versions wait to be kept: " + FileTrouble.describe(ledger.file(), e));
                troubled = true;
            }
        }
    }

    private void remember(final TuningUpdate update) {
        if (update.source().kind() == SourceKind.DROP) {
            overlays.add(update.source().name() + " (version " + update.version() + ")");
        } else {
            overlays.clear();
        }
        lastVersion = Math.max(lastVersion, update.version());
        inForce = update;
    }

    @Override
    public void close() {
        try {
            if (ledger != null) {
                writeLedger();
                ledger.close();
            }
        } catch (final IOException e) {
            log.warn(FileTrouble.describe(ledger.file(), e));
        }
    }
}
