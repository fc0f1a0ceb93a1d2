package io.halfspread.sim.server;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The highest nonces of every signer. */
final class NonceSets {
    private static final int KEPT = 100;
    private static final long BACK_MS = 2L * 24 * 3600 * 1000;
    private static final long AHEAD_MS = 24L * 3600 * 1000;

    private final Map<String, TreeSet<Long>> bySigner = new HashMap<>();

    /** Takes a nonce, or says in the venue's manner why not. */
    String refusal(final String signer, final long nonce, final long nowMs) {
        final TreeSet<Long> nonces = bySigner.computeIfAbsent(signer, key -> new TreeSet<>());
        if (nonces.contains(nonce)) {
            return "Invalid nonce: duplicate nonce " + nonce;
        }
        if (nonce <= nowMs - BACK_MS || nonce >= nowMs + AHEAD_MS) {
            return "Invalid nonce: nonce " + nonce + " is not within two days before and one day after " + nowMs;
        }
        if (nonces.size() == KEPT && nonce < nonces.first()) {
            return "Invalid nonce: nonce " + nonce + " is below the stored set, smallest " + nonces.first();
        }
        nonces.add(nonce);
        if (nonces.size() > KEPT) {
            nonces.pollFirst();
        }
        return null;
    }

    void forget(final String signer) {
        bySigner.remove(signer);
    }
}
