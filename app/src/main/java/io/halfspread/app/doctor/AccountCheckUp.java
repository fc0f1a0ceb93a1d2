package io.halfspread.app.doctor;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.gateway.account.AgentCheck;
import io.halfspread.gateway.keys.KeyException;
import io.halfspread.gateway.keys.KeySource;
import io.halfspread.gateway.rest.InfoClient;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.rest.WeightBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Asks the configured venue whether key and account go together. Without a key in the environment or in .env and without a
 * configured account there is nothing to ask, and nothing is contacted. A keystore is not opened here.
 */
public final class AccountCheckUp {
    private static final String CHECK = "account";
    private static final RestTimings TIMINGS =
            new RestTimings(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final HalfspreadConfig config;
    private final Map<String, String> environment;
    private final Path folder;
    private final LongSupplier nowMs;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares a check.
     *
     * @param config      names venue and account
     * @param environment variables of the process
     * @param folder      folder whose {@code .env} is read when there is one
     * @param nowMs       wall time, ms since the epoch
     */
    public AccountCheckUp(
            final HalfspreadConfig config,
            final Map<String, String> environment,
            final Path folder,
            final LongSupplier nowMs) {
        this.config = config;
        this.environment = environment;
        this.folder = folder;
        this.nowMs = nowMs;
    }

    /**
     * Runs the check.
     *
     * @return findings, empty when there is nothing to ask
     */
    public List<Finding> run() {
        KeySource.checkPermissions(
                folder,
                config.isNone(ConfigOption.KEYSTORE) ? null : folder.resolve(config.text(ConfigOption.KEYSTORE)),
                warning -> findings.add(Finding.warn("key", warning)));
        final String signer = signer();
        final String account = config.isNone(ConfigOption.ACCOUNT) ? signer : config.text(ConfigOption.ACCOUNT);
        if (!account.isEmpty()) {
            ask(signer.isEmpty() ? account : signer, account.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(findings);
    }

    private void ask(final String signer, final String account) {
        final String url = config.isNone(ConfigOption.VENUE_URL)
                ? VenueNetwork.valueOf(config.text(ConfigOption.VENUE_NETWORK).toUpperCase(Locale.ROOT))
                        .baseUrl()
                : config.text(ConfigOption.VENUE_URL);
        final InfoClient info = new InfoClient(new VenueHttp(url, TIMINGS), WeightBudget.ofVenue());
        for (final AgentCheck.Finding finding : AgentCheck.run(info, signer, account, nowMs.getAsLong())) {
            findings.add(finding.ok() ? Finding.ok(CHECK, finding.text()) : Finding.fail(CHECK, finding.text()));
        }
    }

    /** Address of the key; empty when there is none. */
    private String signer() {
        final KeySource source = new KeySource(environment, folder, null, () -> null, warning -> {});
        try (SigningKey key = source.find()) {
            return key.addressText().toLowerCase(Locale.ROOT);
        } catch (final KeyException e) {
            if (!environment.getOrDefault(KeySource.KEY_VARIABLE, "").isBlank()) {
                findings.add(Finding.fail("key", e.getMessage()));
            }
            return "";
        }
    }
}
