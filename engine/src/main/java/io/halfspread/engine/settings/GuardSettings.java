package io.halfspread.engine.settings;

/**
 * How a session guards the account that it trades for.
 *
 * @param scheduleCancelNs horizon of the venue's dead man's switch, ns; 0 arms none
 * @param cancelsForeign   whether orders of others in the session's coins are cancelled
 */
public record GuardSettings(long scheduleCancelNs, boolean cancelsForeign) {
    /** What holds in a session that says nothing of it: replays, paper sessions, captures of earlier builds. */
    public static final GuardSettings NONE = new GuardSettings(0, false);
}
