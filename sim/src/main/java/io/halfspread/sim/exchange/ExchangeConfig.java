package io.halfspread.sim.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an exchange is made of. Equal configurations and equal actions give equal events. Immutable.
 *
 * @param seed        seed of trade ids and transaction hashes
 * @param instruments the perpetuals, at least one; the index is the asset id
 * @param fees        tiers by rising volume, the first from zero
 * @param limits      numbers in the rules
 * @param rules       rules in force
 */
public record ExchangeConfig(
        long seed, List<InstrumentConfig> instruments, List<FeeTier> fees, ExchangeLimits limits, Set<Rule> rules) {
    private static final long USD = 100_000_000L;
    private static final long MILLION = 1_000_000L * USD;

    /** The venue's tiers: taker and maker rates by volume. */
    public static final List<FeeTier> VENUE_FEES = List.of(
            new FeeTier(0L, 450_000_000L, 150_000_000L),
            new FeeTier(5L * MILLION, 400_000_000L, 120_000_000L),
            new FeeTier(25L * MILLION, 350_000_000L, 80_000_000L),
            new FeeTier(100L * MILLION, 300_000_000L, 40_000_000L),
            new FeeTier(500L * MILLION, 280_000_000L, 0L),
            new FeeTier(2_000L * MILLION, 260_000_000L, 0L),
            new FeeTier(7_000L * MILLION, 240_000_000L, 0L));

    /** Keeps copies; refuses a configuration without instruments or tiers. */
    public ExchangeConfig {
        instruments = List.copyOf(instruments);
        fees = List.copyOf(fees);
        rules = Set.copyOf(rules);
        if (instruments.isEmpty() || fees.isEmpty() || fees.get(0).volume() != 0L) {
            throw new IllegalArgumentException("an exchange needs an instrument and a fee tier from volume 0");
        }
    }

    /**
     * The venue's rules, numbers and tiers.
     *
     * @param seed        seed of trade ids and transaction hashes
     * @param instruments the perpetuals
     * @return a configuration
     */
    public static ExchangeConfig venue(final long seed, final List<InstrumentConfig> instruments) {
        return new ExchangeConfig(seed, instruments, VENUE_FEES, ExchangeLimits.VENUE, EnumSet.allOf(Rule.class));
    }

    /**
     * The same with other rules in force.
     *
     * @param inForce rules in force
     * @return a configuration
     */
    public ExchangeConfig withRules(final Set<Rule> inForce) {
        return new ExchangeConfig(seed, instruments, fees, limits, inForce);
    }

    /**
     * The same with some rules switched off.
     *
     * @param off rules no longer in force
     * @return a configuration
     */
    public ExchangeConfig without(final Rule... off) {
        final Set<Rule> left = EnumSet.noneOf(Rule.class);
        left.addAll(rules);
        List.of(off).forEach(left::remove);
        return withRules(left);
    }

    /**
     * The same with other fee tiers.
     *
     * @param tiers tiers by rising volume
     * @return a configuration
     */
    public ExchangeConfig withFees(final List<FeeTier> tiers) {
        return new ExchangeConfig(seed, instruments, tiers, limits, rules);
    }

    /**
     * The same with other numbers.
     *
     * @param numbers numbers in the rules
     * @return a configuration
     */
    public ExchangeConfig withLimits(final ExchangeLimits numbers) {
        return new ExchangeConfig(seed, instruments, fees, numbers, rules);
    }
}
