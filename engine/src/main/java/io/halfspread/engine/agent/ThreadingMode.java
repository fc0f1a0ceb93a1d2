package io.halfspread.engine.agent;

/** Which threads step the agents. The events, and so the hash, are the same in each. */
public enum ThreadingMode {
    /** A thread for each hot agent. */
    DEDICATED,
    /** One thread for all of them. */
    SHARED,
    /** The caller's thread. */
    INVOKED
}
