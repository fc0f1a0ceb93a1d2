package io.halfspread.app.machine;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.engine.agent.ThreadPlacement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Puts threads on the cores that the configuration names, and asks the system whether they are there; a role without one runs
 * where the system puts it. A thread that cannot be put on its core goes on without.
 */
public final class ConfiguredCores {
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
        final CoreList online = MachineFiles.OF_THIS_MACHINE.online();
        ROLES.forEach((role, option) -> {
            if (!config.isNone(option)) {
                final int core = (int) config.integer(option);
                if (!online.has(core)) {
                    throw Failure.badInput(
                            option.path() + ": core " + core + " does not exist; accepted: " + online + ", or none");
                }
                cores.put(role, core);
            }
        });
    }

    /**
     * Which role goes where.
     *
     * @return like {@code engine on core 1}; empty when the system decides for all
     */
    public String text() {
        final StringBuilder text = new StringBuilder();
        cores.forEach((role, core) -> text.append(text.length() == 0 ? "" : ", ")
                .append(role)
                .append(" on core ")
                .append(core));
        return text.toString();
    }

    /**
     * A placement that tells how it went.
     *
     * @param told of each thread that was to be put on a core, on that thread
     * @return the placement
     */
    public ThreadPlacement telling(final Consumer<ThreadPin> told) {
        return role -> place(role, told);
    }

    private void place(final String role, final Consumer<ThreadPin> told) {
        final Integer core = cores.get(role);
        if (core == null) {
            return;
        }
        told.accept(ThreadPin.of(role, core));
    }
}
