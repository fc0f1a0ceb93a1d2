package io.halfspread.app.live;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.gateway.keys.KeyException;
import io.halfspread.gateway.keys.KeySource;
import io.halfspread.gateway.rest.ExchangeClient;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SignerSelfTest;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/** The venue as this process reaches it: address, network, key and account, and the requests over HTTP. */
public final class VenueAccess implements AutoCloseable {
    private static final RestTimings TIMINGS =
            new RestTimings(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** For a venue in this process: whatever this machine does meanwhile, its answers are waited for. */
    private static final RestTimings PATIENT =
            new RestTimings(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final String baseUrl;
    private final VenueNetwork network;
    private final SigningKey key;
    private final String account;
    private final Nonces nonces;
    private final VenueHttp http;
    private final InfoClient info;
    private final ExchangeClient exchange;

    private VenueAccess(
            final String baseUrl,
            final VenueNetwork network,
            final SigningKey key,
            final String account,
            final Nonces nonces,
            final RestTimings timings,
            final WeightBudget budget) {
        this.baseUrl = baseUrl;
        this.network = network;
        this.key = key;
        this.account = account;
        this.nonces = nonces;
        http = new VenueHttp(baseUrl, timings);
        info = new InfoClient(http, budget);
        exchange = new ExchangeClient(http, budget);
    }

    /**
     * Access that only asks.
     *
     * @param config  names the venue
     * @param account address asked about, empty for none
     * @return the access
     */
    public static VenueAccess withoutKey(final HalfspreadConfig config, final String account) {
        return new VenueAccess(baseUrl(config), network(config), null, account, null, TIMINGS, budget(config));
    }

    /**
     * Access with the key of the environment, of .env or of the configured keystore.
     *
     * @param config names the venue, the account and the keystore
     * @param clock  wall time, for nonces
     * @param log    gets lines for people
     * @return the access
     * @throws Failure when there is no key, or its nonces are in use by another process
     */
    public static VenueAccess withKey(
            final HalfspreadConfig config, final EpochNanoClock clock, final Consumer<String> log) {
        final SigningKey key;
        try {
            key = new KeySource(
                            System.getenv(),
                            Path.of("").toAbsolutePath(),
                            config.isNone(ConfigOption.KEYSTORE) ? null : Path.of(config.text(ConfigOption.KEYSTORE)),
                            () -> System.console() == null
                                    ? null
                                    : System.console().readPassword("keystore password: "),
                            log)
                    .find();
        } catch (final KeyException e) {
            throw Failure.badInput(e.getMessage() + "; --mode paper needs no key");
        }
        return withKey(config, key, clock, TIMINGS, budget(config));
    }

    /**
     * Access to a venue in this process, with a given key.
     *
     * @param config names the venue and the account
     * @param key    the key, closed with the access
     * @param clock  wall time, for nonces
     * @param budget weight its requests may use
     * @return the access
     * @throws Failure when its nonces are in use by another process
     */
    public static VenueAccess withKey(
            final HalfspreadConfig config,
            final SigningKey key,
            final EpochNanoClock clock,
            final WeightBudget budget) {
        return withKey(config, key, clock, PATIENT, budget);
    }

    private static VenueAccess withKey(
            final HalfspreadConfig config,
            final SigningKey key,
            final EpochNanoClock clock,
            final RestTimings timings,
            final WeightBudget budget) {
        final VenueNetwork network = network(config);
        final Path highWater = Path.of(
                config.text(ConfigOption.PATHS_NONCES),
                key.addressText() + "-" + network.name().toLowerCase(Locale.ROOT));
        try {
            SignerSelfTest.run();
            Files.createDirectories(highWater.getParent());
            final Nonces nonces = new Nonces(clock, highWater);
            final String account = config.isNone(ConfigOption.ACCOUNT)
                    ? key.addressText()
                    : config.text(ConfigOption.ACCOUNT).toLowerCase(Locale.ROOT);
            return new VenueAccess(baseUrl(config), network, key, account, nonces, timings, budget);
        } catch (final IOException e) {
            key.close();
            throw Failure.environment("nonces of this key: " + e.getMessage());
        } catch (final IllegalStateException e) {
            key.close();
            throw Failure.environment("this machine or JVM must not sign: " + e.getMessage());
        }
    }

    private static WeightBudget budget(final HalfspreadConfig config) {
        return config.text(ConfigOption.BUDGET_MODE).equals("venue")
                ? WeightBudget.ofVenue()
                : WeightBudget.unlimited();
    }

    static String baseUrl(final HalfspreadConfig config) {
        return config.isNone(ConfigOption.VENUE_URL) ? network(config).baseUrl() : config.text(ConfigOption.VENUE_URL);
    }

    static VenueNetwork network(final HalfspreadConfig config) {
        return VenueNetwork.valueOf(config.text(ConfigOption.VENUE_NETWORK).toUpperCase(Locale.ROOT));
    }

    String baseUrl() {
        return baseUrl;
    }

    VenueNetwork network() {
        return network;
    }

    /** The key that signs, null without one. */
    SigningKey key() {
        return key;
    }

    /** Address whose positions are traded; empty without a key or an address. */
    String account() {
        return account;
    }

    Nonces nonces() {
        return nonces;
    }

    /**
     * Requests over HTTP begun so far.
     *
     * @return the count, from any thread
     */
    public long requestsBegun() {
        return http.begun();
    }

    /**
     * Requests over HTTP that came to an end so far.
     *
     * @return the count, from any thread
     */
    public long requestsEnded() {
        return http.ended();
    }

    InfoClient info() {
        return info;
    }

    ExchangeClient exchange() {
        return exchange;
    }

    /** Gives the nonces back and zeroes the key. */
    @Override
    public void close() {
        if (nonces != null) {
            nonces.close();
        }
        if (key != null) {
            key.close();
        }
    }
}
