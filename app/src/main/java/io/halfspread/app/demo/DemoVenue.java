package io.halfspread.app.demo;

import io.halfspread.gateway.sign.SigningKey;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.VenueConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The venue of a demonstration and the throw-away key that has money there. */
public final class DemoVenue {
    /** Deposit of the demonstration's account, USDC. */
    public static final long DEPOSIT_USDC = 10_000;

    /** Scale of amounts. */
    public static final long DECIMAL8 = 100_000_000L;

    private DemoVenue() {}

    /**
     * What the venue is made of.
     *
     * @param port    on 127.0.0.1, 0 for any
     * @param seed    of the market
     * @param coins   traded
     * @param account has the deposit
     * @param held    whether messages wait until they are released
     * @param faults  what goes wrong
     * @return the configuration
     */
    public static VenueConfig config(
            final int port,
            final long seed,
            final List<String> coins,
            final String account,
            final boolean held,
            final FaultPlan faults) {
        final VenueConfig.Builder builder = VenueConfig.builder()
                .port(port)
                .seed(seed)
                .network(SimNetwork.TESTNET)
                .account(account, DEPOSIT_USDC * DECIMAL8)
                .heldFrames(held)
                .exchange(venue -> venue.without(Rule.SCHEDULE_VOLUME))
                .faults(faults);
        coins.forEach(builder::coin);
        return builder.build();
    }

    /**
     * A key made from the seed: worth nothing anywhere else, the same in every run of that seed.
     *
     * @param seed any number
     * @return the key, to be closed
     */
    public static SigningKey key(final long seed) {
        final byte[] secret = digest("halfspread demo key", seed);
        final SigningKey key = SigningKey.of(secret);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    /**
     * A session id made from the seed.
     *
     * @param seed any number
     * @return never 0
     */
    public static long sessionId(final long seed) {
        return ByteBuffer.wrap(digest("halfspread demo session", seed)).getLong() | 1;
    }

    private static byte[] digest(final String what, final long seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((what + " " + seed).getBytes(StandardCharsets.US_ASCII));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
