package io.halfspread.app.replay;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.engine.agent.ThreadPlacement;
import java.util.Map;
import java.util.TreeMap;
import net.openhft.affinity.Affinity;

/** Pins threads to the cores that the configuration names; a role without one runs where the system puts it. */
public final class ConfiguredCores implements ThreadPlacement {
    private static final Map<String, ConfigOption> ROLES = Map.of(
            "ingress", ConfigOption.PIN_INGRESS,
            "engine", ConfigOption.PIN_ENGINE,
            "egress", ConfigOption.PIN_EGRESS,
            "journal", ConfigOption.PIN_JOURNAL,
            "solver", ConfigOption.PIN_SOLVER);

    private final Map<String, Integer> cores = new TreeMap<>();

    /**
     * Reads the pins.
     *
     * @param config names cores
     * @throws Failure when a core does not exist
     */
    public ConfiguredCores(final HalfspreadConfig config) {
        final int available = Runtime.getRuntime().availableProcessors();
        ROLES.forEach((role, option) -> {
            if (!config.isNone(option)) {
                final int core = (int) config.integer(option);
                if (core >= available) {
                    throw Failure.badInput(option.path() + ": core " + core + " does not exist; accepted: 0 to "
                            + (available - 1) + ", or none");
                }
                cores.put(role, core);
            }
        });
    }

    @Override
    public void place(final String role) {
        final Integer core = cores.get(role);
        if (core != null) {
            Affinity.setAffinity(core);
        }
    }
}
