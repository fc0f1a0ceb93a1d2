package io.halfspread.sim.server;

/** What the venue's servers insist on and a test may do without. All are on unless switched off. */
public enum VenueRule {
    /** 1200 weight a minute over queries and actions of one source address; more is answered 429. */
    REQUEST_WEIGHT,
    /** 10 connections, 30 new ones a minute, 2000 messages a minute, 100 posts in flight, for one source address. */
    SOCKET_LIMITS,
    /** 1000 subscriptions and 15 distinct users for one source address. */
    SUBSCRIPTION_LIMITS,
    /** The hundred highest nonces of a signer are kept, within two days back and one day ahead. */
    NONCES,
    /** An action later than its {@code expiresAfter} is refused. */
    EXPIRY,
    /** A subscription to an unknown coin ends the connection without a close frame. */
    ABRUPT_CLOSE,
    /** A connection on which nothing was sent for the idle time is dropped without a close frame. */
    IDLE_DROP
}
