package io.halfspread.gateway.rest;

/**
 * What an address is to the venue.
 *
 * @param kind      its role
 * @param principal address it acts for or belongs to, lower case; empty for others than agents and sub-accounts
 */
public record UserRole(Kind kind, String principal) {
    /** Roles. */
    public enum Kind {
        /** An account of its own. */
        USER,
        /** Signs for another account and has no state. */
        AGENT,
        /** A sub-account of another account. */
        SUB_ACCOUNT,
        /** A vault. */
        VAULT,
        /** Never seen by the venue. */
        MISSING,
        /** A role this build does not know. */
        OTHER
    }
}
