package io.halfspread.sim.server;

import io.halfspread.sim.exchange.ExchangeConfig;
import io.halfspread.sim.exchange.InstrumentConfig;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.flow.CancelRule;
import io.halfspread.sim.flow.Recording;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a simulated venue is made of. Immutable; made by {@link #builder()}. */
public final class VenueConfig {
    /** Block interval meaning: drawn for each block from the venue's measured distribution, median about 67 ms. */
    public static final int DRAWN_BLOCKS = -1;

    private static final int MAX_PORT = 65_535;
    private static final int MAX_BLOCK_MS = 60_000;
    private static final int MAX_SPEED = 60;

    private final int port;
    private final long seed;
    private final SimNetwork network;
    private final int blockMs;
    private final int speed;
    private final ExchangeConfig exchange;
    private final Map<String, Long> accounts;
    private final Map<String, String> subAccounts;
    private final Set<VenueRule> rules;
    private final boolean heldFrames;
    private final boolean flow;
    private final Recording recording;
    private final CancelRule cancels;
    private final VenueTimings timings;
    private final FaultPlan faults;

    private VenueConfig(final Builder builder) {
        port = builder.port;
        seed = builder.seed;
        network = builder.network;
        blockMs = builder.blockMs;
        speed = builder.speed;
        exchange = builder.exchange.apply(ExchangeConfig.venue(seed, builder.traded()));
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(builder.accounts));
        subAccounts = Map.copyOf(builder.subAccounts);
        rules = Set.copyOf(builder.rules);
        heldFrames = builder.heldFrames;
        flow = builder.flow;
        recording = builder.recording;
        cancels = builder.cancels;
        timings = builder.timings;
        faults = builder.faults;
    }

    /**
     * Starts with the defaults: any port, seed 1, testnet, drawn blocks, HYPE, no account, every rule on.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Port on 127.0.0.1.
     *
     * @return 0 for any free one
     */
    public int port() {
        return port;
    }

    /**
     * Seed of everything drawn.
     *
     * @return any number
     */
    public long seed() {
        return seed;
    }

    /**
     * Network whose signatures are accepted.
     *
     * @return mainnet or testnet
     */
    public SimNetwork network() {
        return network;
    }

    /**
     * Time between blocks.
     *
     * @return milliseconds; 0 for a block at once after each batch of actions; {@link #DRAWN_BLOCKS}
     */
    public int blockMs() {
        return blockMs;
    }

    /**
     * How many times as fast as its own the market moves: its blocks come and its participants act so many times as often,
     * and whole states are sent so many times as often. What is measured in the time of clients stays: limits, the idle time,
     * funding.
     *
     * @return 1 unless changed
     */
    public int speed() {
        return speed;
    }

    /**
     * The exchange's part: coins in the order of their asset ids, fees, limits, rules.
     *
     * @return what the exchange is made of
     */
    public ExchangeConfig exchange() {
        return exchange;
    }

    /**
     * Accounts that exist at the start and their deposits.
     *
     * @return lower-case addresses to USDC times 1e8
     */
    public Map<String, Long> accounts() {
        return accounts;
    }

    /**
     * Sub-accounts and the accounts they belong to.
     *
     * @return lower-case addresses
     */
    public Map<String, String> subAccounts() {
        return subAccounts;
    }

    /**
     * Whether a rule is in force.
     *
     * @param rule which
     * @return true unless it was switched off
     */
    public boolean has(final VenueRule rule) {
        return rules.contains(rule);
    }

    /**
     * Whether WebSocket messages wait for {@link SimVenue#releaseOne()}.
     *
     * @return false by default
     */
    public boolean heldFrames() {
        return heldFrames;
    }

    /**
     * Whether simulated participants trade in the market.
     *
     * @return true by default; without, its clients are alone
     */
    public boolean hasFlow() {
        return flow;
    }

    /**
     * What moves the market in place of simulated participants.
     *
     * @return null for none
     */
    public Recording recording() {
        return recording;
    }

    /**
     * Whose size leaves when a recorded level shrinks.
     *
     * @return used with a recording only
     */
    public CancelRule cancels() {
        return cancels;
    }

    /**
     * Clocks and delays.
     *
     * @return the venue's own unless changed
     */
    public VenueTimings timings() {
        return timings;
    }

    /**
     * What goes wrong.
     *
     * @return nothing by default
     */
    public FaultPlan faults() {
        return faults;
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {
        private int port;
        private long seed = 1;
        private SimNetwork network = SimNetwork.TESTNET;
        private int blockMs = DRAWN_BLOCKS;
        private int speed = 1;
        private final Map<String, InstrumentConfig> instruments = new LinkedHashMap<>();
        private UnaryOperator<ExchangeConfig> exchange = UnaryOperator.identity();
        private final Map<String, Long> accounts = new LinkedHashMap<>();
        private final Map<String, String> subAccounts = new LinkedHashMap<>();
        private final Set<VenueRule> rules = EnumSet.allOf(VenueRule.class);
        private boolean heldFrames;
        private boolean flow = true;
        private Recording recording;
        private CancelRule cancels = CancelRule.PESSIMISTIC;
        private VenueTimings timings = VenueTimings.VENUE;
        private FaultPlan faults = FaultPlan.NONE;

        private Builder() {}

        /**
         * Sets the port on 127.0.0.1.
         *
         * @param value 0 for any, up to 65535
         * @return this
         */
        public Builder port(final int value) {
            if (value < 0 || value > MAX_PORT) {
                throw new IllegalArgumentException("port " + value + ": accepted: 0 to " + MAX_PORT);
            }
            port = value;
            return this;
        }

        /**
         * Sets the seed.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(final long value) {
            seed = value;
            return this;
        }

        /**
         * Sets the network whose signatures are accepted.
         *
         * @param value mainnet or testnet
         * @return this
         */
        public Builder network(final SimNetwork value) {
            network = value;
            return this;
        }

        /**
         * Sets the time between blocks.
         *
         * @param value milliseconds, up to a minute; 0 for at once; {@link #DRAWN_BLOCKS}
         * @return this
         */
        public Builder blockMs(final int value) {
            if (value < DRAWN_BLOCKS || value > MAX_BLOCK_MS) {
                throw new IllegalArgumentException("block time " + value + " ms: accepted: 0 to " + MAX_BLOCK_MS);
            }
            blockMs = value;
            return this;
        }

        /**
         * Lets the market move faster than its own.
         *
         * @param value how many times as fast, 1 to 60: with more, block times would run ahead of the clock
         * @return this
         */
        public Builder speed(final int value) {
            if (value < 1 || value > MAX_SPEED) {
                throw new IllegalArgumentException("speed " + value + ": accepted: 1 to " + MAX_SPEED);
            }
            speed = value;
            return this;
        }

        /**
         * Adds a coin with the venue's decimals and leverage and a price near its own; its asset id is the number of
         * coins before it.
         *
         * @param name the venue's name of it
         * @return this
         * @throws IllegalArgumentException when it is no name
         */
        public Builder coin(final String name) {
            return instrument(Presets.instrument(name));
        }

        /**
         * Adds a coin; its asset id is the number of coins before it.
         *
         * @param value name, decimals, leverage, first price
         * @return this
         */
        public Builder instrument(final InstrumentConfig value) {
            instruments.put(value.name(), value);
            return this;
        }

        /**
         * Changes the exchange's fees, limits or rules.
         *
         * @param change from the venue's own to those wanted
         * @return this
         */
        public Builder exchange(final UnaryOperator<ExchangeConfig> change) {
            exchange = change;
            return this;
        }

        /**
         * Adds an account.
         *
         * @param address      0x and 40 hex digits
         * @param usdcDecimal8 its deposit, USDC times 1e8
         * @return this
         * @throws IllegalArgumentException when the address is none or the deposit negative
         */
        public Builder account(final String address, final long usdcDecimal8) {
            if (!address.matches("0x[0-9a-fA-F]{40}") || usdcDecimal8 < 0) {
                throw new IllegalArgumentException(
                        "account " + address + ": accepted: 0x and 40 hex digits with a deposit from 0");
            }
            accounts.put(address.toLowerCase(Locale.ROOT), usdcDecimal8);
            return this;
        }

        /**
         * Adds a sub-account, for which the key and the agents of its master act.
         *
         * @param address      0x and 40 hex digits
         * @param master       account it belongs to
         * @param usdcDecimal8 its deposit, USDC times 1e8
         * @return this
         * @throws IllegalArgumentException when the address is none or the deposit negative
         */
        public Builder subAccount(final String address, final String master, final long usdcDecimal8) {
            account(address, usdcDecimal8);
            subAccounts.put(address.toLowerCase(Locale.ROOT), master.toLowerCase(Locale.ROOT));
            return this;
        }

        /**
         * Switches a rule off.
         *
         * @param rule which
         * @return this
         */
        public Builder without(final VenueRule rule) {
            rules.remove(rule);
            return this;
        }

        /**
         * Makes WebSocket messages wait until they are released one by one.
         *
         * @param value whether
         * @return this
         */
        public Builder heldFrames(final boolean value) {
            heldFrames = value;
            return this;
        }

        /**
         * Leaves the market to its clients.
         *
         * @return this
         */
        public Builder withoutFlow() {
            flow = false;
            return this;
        }

        /**
         * Lets a recording move the market: its books are displayed, its trades meet resting orders by their place in the
         * queue. Coins take the decimals of their sizes and their first price from it; without {@link #coin} all of its
         * coins are traded.
         *
         * @param value what to play, from the first block on
         * @param rule  whose size leaves when a level shrinks by more than its trades
         * @return this
         */
        public Builder recorded(final Recording value, final CancelRule rule) {
            recording = value;
            cancels = rule;
            return this;
        }

        /**
         * Changes clocks and delays.
         *
         * @param value the timings
         * @return this
         */
        public Builder timings(final VenueTimings value) {
            timings = value;
            return this;
        }

        /**
         * Lets things go wrong.
         *
         * @param value what, and how often; exactly when is drawn from the seed
         * @return this
         */
        public Builder faults(final FaultPlan value) {
            faults = value;
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return immutable
         * @throws IllegalArgumentException when a coin is not in the recording
         */
        public VenueConfig build() {
            return new VenueConfig(this);
        }

        private List<InstrumentConfig> traded() {
            if (recording != null) {
                return (instruments.isEmpty()
                                ? recording.names().stream().map(Presets::instrument)
                                : instruments.values().stream())
                        .map(recording::instrument)
                        .toList();
            }
            return instruments.isEmpty() ? List.of(Presets.instrument("HYPE")) : List.copyOf(instruments.values());
        }
    }
}
