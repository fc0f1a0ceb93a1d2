package io.halfspread.engine.replay;

import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningUpdate;
import io.halfspread.engine.tuning.TuningValues;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Versions of the parameters in a replay. Recorded updates keep their version until a drop is put between them; after it
 * each recorded update states its keys over the set then in force, under the next version.
 */
final class TuningTrack {
    private final TuningUpdate replacement;
    private TuningValues inForce = TuningValues.defaults();
    private long version;
    private boolean rewritten;

    TuningTrack(final TuningUpdate replacement) {
        this.replacement = replacement;
    }

    /** Encodes the first set of an opened session, or the set that replaces all recorded ones. */
    int encodeFirst(final MutableDirectBuffer slot, final long nowNs) {
        rewritten = true;
        return encode(slot, nowNs, replacement);
    }

    /** Encodes an overlay. */
    int encodeDrop(final MutableDirectBuffer slot, final long nowNs, final TuningDrop drop) {
        rewritten = true;
        return encode(
                slot,
                nowNs,
                new TuningUpdate(
                        version + 1,
                        drop.source(),
                        inForce.with(drop.stated()),
                        drop.stated().keySet()));
    }

    /** Encodes a recorded update as it is in force in this replay. */
    int encodeRecorded(
            final MutableDirectBuffer slot,
            final long nowNs,
            final DirectBuffer buffer,
            final int offset,
            final int length) {
        final TuningUpdate recorded = TuningEvents.decodeUpdate(buffer, offset);
        if (!rewritten) {
            version = recorded.version();
            inForce = recorded.values();
            slot.putBytes(0, buffer, offset, length);
            return length;
        }
        final Map<TuningParam, Double> stated = new EnumMap<>(TuningParam.class);
        for (final TuningParam param : recorded.stated()) {
            stated.put(param, recorded.values().value(param));
        }
        return encode(
                slot, nowNs, new TuningUpdate(version + 1, recorded.source(), inForce.with(stated), recorded.stated()));
    }

    /** Whether recorded updates are left out, since one set replaces them. */
    boolean replacesRecorded() {
        return replacement != null;
    }

    boolean hasFirst() {
        return version > 0;
    }

    private int encode(final MutableDirectBuffer slot, final long nowNs, final TuningUpdate update) {
        version = update.version();
        inForce = update.values();
        return TuningEvents.encode(slot, nowNs, update);
    }
}
