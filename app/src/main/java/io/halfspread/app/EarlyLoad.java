package io.halfspread.app;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.gateway.rest.RestTimings;
import io.halfspread.gateway.rest.VenueHttp;
import io.halfspread.gateway.sign.SignerSelfTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Loads what a session needs a moment later, on a thread of its own while the command line is read. It changes nothing but
 * time: whatever fails here fails again, and is said, where it is needed.
 */
final class EarlyLoad {
    private static final Set<String> SESSIONS = Set.of("demo", "run");
    private static final Duration ANY = Duration.ofSeconds(1);

    private EarlyLoad() {}

    /** Begins, when the verb starts a session. */
    static void start(final String[] args) {
        if (args.length > 0 && SESSIONS.contains(args[0])) {
            final Thread thread = new Thread(EarlyLoad::load, "early-load");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void load() {
        try {
            HalfspreadConfig.of(
                    "early load",
                    "instruments:\n  HYPE:\n    sz_decimals: 2\n    order_size: 1\n    max_position: 1\n"
                            .getBytes(StandardCharsets.UTF_8));
            SignerSelfTest.run();
            new VenueHttp("http://127.0.0.1", new RestTimings(ANY, ANY, ANY));
        } catch (final RuntimeException | LinkageError e) {
            // It is said where it is needed.
            return;
        }
    }
}
