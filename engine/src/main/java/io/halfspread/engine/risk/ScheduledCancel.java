package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;

/**
 * The venue's dead man's switch: at a deadline, which is put off again and again, the venue cancels every order of the
 * account. It is set while orders may be open, put off each third of the horizon, taken back once none is open, and never
 * asked for again once the venue has refused it. One request is in flight at most, so a session that learns no outcomes lets
 * it fire. Source: the venue's scheduleCancel action. Engine thread only.
 */
@HotPath
public final class ScheduledCancel {
    /** No time: no deadline stands. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int REQUESTS_A_HORIZON = 3;
    private static final long RETRY_NS = 2_000_000_000L;

    private long horizonNs;
    private long nextNs;
    private long askedNs;
    private long grantedNs;
    private long possibleNs;
    private boolean inFlight;
    private boolean refused;

    /** Creates a switch that is never set. */
    public ScheduledCancel() {
        start(0);
    }

    /**
     * Sets the horizon at the start of a session.
     *
     * @param horizon time from a request to the deadline it asks for, ns; 0 for no switch
     */
    public void start(final long horizon) {
        horizonNs = horizon;
        nextNs = NONE;
        askedNs = NONE;
        grantedNs = NONE;
        possibleNs = NONE;
        inFlight = false;
        refused = false;
    }

    /**
     * Whether a deadline is to be asked for.
     *
     * @param nowNs event time
     * @param open  whether orders may be open
     * @return true when a third of the horizon has passed since the last request, or none was made
     */
    public boolean isDue(final long nowNs, final boolean open) {
        return horizonNs > 0 && open && isFree(nowNs);
    }

    /**
     * Whether the switch is to be taken back.
     *
     * @param nowNs event time
     * @param open  whether orders may be open
     * @param ends  whether none will be; else it is left until the next request is due, because quotes come and go
     * @return true when a deadline may stand and nothing is open
     */
    public boolean isIdle(final long nowNs, final boolean open, final boolean ends) {
        return !open && possibleNs > nowNs && (isFree(nowNs) || ends && grantedNs == possibleNs && !inFlight);
    }

    private boolean isFree(final long nowNs) {
        return !refused && !inFlight && nowNs >= nextNs;
    }

    /**
     * A deadline is being asked for.
     *
     * @param nowNs event time
     * @return the deadline, ns since the epoch
     */
    public long ask(final long nowNs) {
        askedNs = nowNs + horizonNs;
        possibleNs = askedNs;
        nextNs = nowNs + horizonNs / REQUESTS_A_HORIZON;
        inFlight = true;
        return askedNs;
    }

    /** The switch is being taken back. */
    public void clear() {
        askedNs = NONE;
        nextNs = NONE;
        inFlight = true;
    }

    /** The venue did what it was asked for. */
    public void onDone() {
        inFlight = false;
        grantedNs = askedNs;
        possibleNs = askedNs;
    }

    /**
     * The request did not come to the venue, or nobody knows; another one follows soon.
     *
     * @param nowNs event time
     */
    public void onLost(final long nowNs) {
        inFlight = false;
        grantedNs = askedNs == NONE ? NONE : grantedNs;
        nextNs = nowNs + Math.min(RETRY_NS, horizonNs / REQUESTS_A_HORIZON);
    }

    /** The venue does not grant it. A deadline granted before still stands. */
    public void onRefused() {
        inFlight = false;
        refused = true;
        possibleNs = askedNs == NONE ? NONE : grantedNs;
    }

    /**
     * The deadline that the venue granted last.
     *
     * @return ns since the epoch, in the past once it fired; {@link #NONE} without one
     */
    public long deadlineNs() {
        return grantedNs;
    }

    /**
     * Whether a deadline still ahead may stand at the venue, or a request is under way.
     *
     * @param nowNs event time
     * @return false when nothing of it is left at the venue
     */
    public boolean mayStand(final long nowNs) {
        return inFlight || possibleNs > nowNs;
    }

    /**
     * Whether the venue refused it.
     *
     * @return true until the session ends
     */
    public boolean isRefused() {
        return refused;
    }

    /**
     * Horizon of the session.
     *
     * @return ns, 0 for no switch
     */
    public long horizonNs() {
        return horizonNs;
    }
}
