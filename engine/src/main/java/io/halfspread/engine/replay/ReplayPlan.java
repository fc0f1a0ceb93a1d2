package io.halfspread.engine.replay;

import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.Comparator;
import java.util.List;

/**
 * What a replay does with its inputs. Market data alone (raw frames, imported captures) needs a session around it: opening,
 * parameters, timers. A recorded session has all that, and is fed as it is unless something is overridden.
 *
 * @param opening      what the session is opened with; null when the inputs are a recorded session
 * @param sessionId    id of an opened session
 * @param params       first parameters: for an opened session required; for a recorded one null (as recorded) or in place of all its
 *                     own
 * @param drops        overlays applied on the way; equal times in this order
 * @param quoteSource  quote source of every instrument of a recorded session; null for as recorded
 * @param instruments  session index by recorded index, -1 to leave an instrument out; null for as recorded
 * @param modelledFrom when the fill model answers instead of the record
 */
public record ReplayPlan(
        SessionSettings opening,
        long sessionId,
        TuningUpdate params,
        List<TuningDrop> drops,
        QuoteSource quoteSource,
        int[] instruments,
        Takeover modelledFrom) {
    /** When a fill model takes over from the recorded account events. */
    public enum Takeover {
        /** Never: the record is complete. */
        NEVER,
        /** At the first drop: before it nothing differs from the record. */
        FIRST_DROP,
        /** From the first event on. */
        START
    }

    private static final int ALL = 65535;

    /** Checks that what an opened session needs is there. */
    public ReplayPlan {
        drops = List.copyOf(drops);
        if (opening != null && (params == null || modelledFrom != Takeover.START)) {
            throw new IllegalArgumentException("a session opened by the replay needs parameters and a fill model");
        }
    }

    /**
     * Market data without a session.
     *
     * @param opening     session to open
     * @param sessionId   its id
     * @param params      its first parameters
     * @param drops       overlays
     * @param instruments session index by recorded index, or null
     * @return the plan
     */
    public static ReplayPlan ofMarketData(
            final SessionSettings opening,
            final long sessionId,
            final TuningUpdate params,
            final List<TuningDrop> drops,
            final int[] instruments) {
        return new ReplayPlan(opening, sessionId, params, drops, null, instruments, Takeover.START);
    }

    /**
     * A recorded session.
     *
     * @param params       parameters in place of all recorded ones, or null
     * @param drops        overlays
     * @param quoteSource  quote source in place of the recorded ones, or null
     * @param instruments  recorded instruments to keep (by index: itself or -1), or null for all
     * @param modelledFill whether a fill model was asked for
     * @return the plan
     */
    public static ReplayPlan ofSession(
            final TuningUpdate params,
            final List<TuningDrop> drops,
            final QuoteSource quoteSource,
            final int[] instruments,
            final boolean modelledFill) {
        final Takeover from;
        if (params != null || quoteSource != null || instruments != null || modelledFill) {
            from = Takeover.START;
        } else {
            from = drops.isEmpty() ? Takeover.NEVER : Takeover.FIRST_DROP;
        }
        return new ReplayPlan(null, 0, params, drops, quoteSource, instruments, from);
    }

    boolean opensSession() {
        return opening != null;
    }

    List<TuningDrop> dropsByTime(final long firstNs) {
        return drops.stream()
                .sorted(Comparator.comparingLong(drop -> drop.eventNs(firstNs)))
                .toList();
    }

    int sessionIndex(final int recorded) {
        if (instruments == null || recorded == ALL) {
            return recorded;
        }
        return recorded < instruments.length ? instruments[recorded] : -1;
    }
}
