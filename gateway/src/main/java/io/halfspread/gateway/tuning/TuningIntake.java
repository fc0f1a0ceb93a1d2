package io.halfspread.gateway.tuning;

import io.halfspread.codec.event.SourceKind;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningRejection;
import io.halfspread.engine.tuning.TuningSource;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Turns a candidate into its event and its log line: an update with the next version, or a rejection. Nothing is changed
 * when the queue has no room; the same candidate is then brought again.
 */
final class TuningIntake {
    /** What became of a candidate. */
    enum Outcome {
        ACCEPTED,
        REJECTED,
        NO_ROOM
    }

    private final UnsafeBuffer event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final SideQueue queue;
    private final TuningVersions versions;
    private final TuningLog log;

    TuningIntake(final SideQueue queue, final TuningVersions versions, final TuningLog log) {
        this.queue = queue;
        this.versions = versions;
        this.log = log;
    }

    TuningVersions versions() {
        return versions;
    }

    TuningLog log() {
        return log;
    }

    /** Brings a candidate: a whole set when it is the watched file, an overlay when it is a drop. */
    Outcome bring(final SourceKind kind, final String name, final TuningFile candidate) {
        final TuningSource source = new TuningSource(kind, name, candidate.sha256());
        if (!candidate.accepted()) {
            return reject(source, candidate.reason());
        }
        final boolean overlay = kind == SourceKind.DROP;
        final TuningValues values = overlay ? candidate.over(versions.inForce().values()) : candidate.whole();
        final TuningUpdate update = versions.propose(source, values, candidate.stated());
        if (!queue.offer(event, TuningEvents.encode(event, 0, update))) {
            return Outcome.NO_ROOM;
        }
        final String line = "Reloaded tuning parameters from " + name + ": " + described(update)
                + (overlay ? "" : notes(candidate.unstated(), versions.overlays()));
        versions.accept(update);
        log.info(line);
        return Outcome.ACCEPTED;
    }

    private Outcome reject(final TuningSource source, final String reason) {
        if (!queue.offer(event, TuningEvents.encode(event, 0, new TuningRejection(source, reason)))) {
            return Outcome.NO_ROOM;
        }
        log.warn("Rejected tuning parameters from " + source.name() + ": " + reason + "; version "
                + versions.inForce().version() + " stays in force");
        return Outcome.REJECTED;
    }

    private String described(final TuningUpdate update) {
        final Set<TuningParam> changed = versions.changedBy(update);
        final String changes = changed.stream()
                .map(param -> param.key() + " "
                        + JsonOutput.number(versions.inForce().values().value(param)) + " -> "
                        + JsonOutput.number(update.values().value(param)))
                .collect(Collectors.joining(", "));
        return update.values() + "; version " + update.version() + ", sha256 "
                + update.source().sha256().brief() + "; changed: " + (changes.isEmpty() ? "nothing" : changes);
    }

    /** What a whole set means beside its values: keys it leaves to their default, overlays it ends. */
    static String notes(final Set<TuningParam> defaulted, final List<String> ended) {
        final String keys = defaulted.stream().map(TuningParam::key).collect(Collectors.joining(", "));
        return (keys.isEmpty() ? "" : "; defaulted: " + keys)
                + (ended.isEmpty() ? "" : "; no longer in force: " + String.join(", ", ended));
    }
}
