package io.halfspread.sim.faults;

import java.util.Locale;

/** What can go wrong at the venue, and how a plan times it: by chance at each occasion, or every so often. */
public enum FaultKind {
    /** A message to a client never leaves. */
    DROP(Timing.CHANCE, Length.NONE, true),
    /** A message to a client is sent twice. */
    DUPLICATE(Timing.CHANCE, Length.NONE, true),
    /** A message to a client is late; those after it are not. */
    DELAY(Timing.CHANCE, Length.NEEDED, true),
    /** A message to a client changes places with the next one on its connection. */
    REORDER(Timing.CHANCE, Length.NONE, true),
    /** The reply to a posted action comes late, after the fills it caused. */
    LATE_ACK(Timing.CHANCE, Length.NEEDED, false),
    /** Nothing is said on some channels for a while, though connections live. */
    SILENCE(Timing.EVERY, Length.NEEDED, true),
    /** A connection that neither delivers nor takes anything, and does not end, for a while. */
    HALF_OPEN(Timing.EVERY, Length.NEEDED, false),
    /** A connection ends without a close frame: 1006 at the client. */
    RESET(Timing.EVERY, Length.NONE, false),
    /** A connection is closed by the venue with 1000. */
    CLOSE(Timing.EVERY, Length.NONE, false),
    /** A request over HTTP is answered 429. */
    HTTP_429(Timing.CHANCE, Length.NONE, false),
    /** A request over HTTP is answered 500, 502 or 503. */
    HTTP_5XX(Timing.CHANCE, Length.NONE, false),
    /** A request over HTTP is done, but its connection ends before the answer. */
    NO_ANSWER(Timing.CHANCE, Length.NONE, false),
    /** An action is refused with one of the venue's texts, one after the other. */
    REJECT(Timing.CHANCE, Length.NONE, false),
    /** The new order of a modify is never reported as open. */
    LOST_OPEN(Timing.CHANCE, Length.NONE, false),
    /** An order is partly filled while a modify of it is on its way. */
    RACE(Timing.CHANCE, Length.NONE, false),
    /** The history of fills is sent again as a snapshot. */
    SNAPSHOT_REPLAY(Timing.EVERY, Length.NONE, false),
    /** The venue's clock runs ahead by some time until the next jump takes it back. */
    CLOCK_JUMP(Timing.EVERY, Length.NEEDED, false),
    /** For a while only post-only orders are taken. */
    POST_ONLY(Timing.EVERY, Length.NEEDED, false),
    /** For a while nobody but clients has orders in the books. */
    EMPTY_BOOK(Timing.EVERY, Length.NEEDED, false),
    /** For a while ten blocks are made where there was one. */
    BURST(Timing.EVERY, Length.NEEDED, false);

    /** How a plan says when. */
    public enum Timing {
        /** At each occasion with a probability. */
        CHANCE,
        /** At random moments, a mean time apart. */
        EVERY
    }

    /** Whether a plan says how long. */
    public enum Length {
        /** It does not last. */
        NONE,
        /** A plan must say. */
        NEEDED
    }

    private final Timing timing;
    private final Length length;
    private final boolean channels;

    FaultKind(final Timing timing, final Length length, final boolean channels) {
        this.timing = timing;
        this.length = length;
        this.channels = channels;
    }

    /**
     * How a plan says when.
     *
     * @return by chance or by time
     */
    public Timing timing() {
        return timing;
    }

    /**
     * Whether a plan says how long.
     *
     * @return whether it lasts
     */
    public Length length() {
        return length;
    }

    /**
     * Whether a plan may name the channels it is about.
     *
     * @return false for what is not about one message or channel
     */
    public boolean takesChannels() {
        return channels;
    }

    /**
     * Name in plans and tables.
     *
     * @return lower case with hyphens
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
