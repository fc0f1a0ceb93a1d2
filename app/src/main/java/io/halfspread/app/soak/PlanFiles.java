package io.halfspread.app.soak;

import io.halfspread.app.console.Failure;
import io.halfspread.sim.faults.BuiltInPlans;
import io.halfspread.sim.faults.FaultPlan;
import io.halfspread.sim.faults.FaultPlanException;
import io.halfspread.sim.faults.FaultPlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds plans: those that come with the venue by name, others in files. */
public final class PlanFiles {
    private PlanFiles() {}

    /**
     * Reads a plan.
     *
     * @param name of a built-in plan, or a file
     * @return the plan
     * @throws Failure when there is none, or it cannot be used
     */
    public static FaultPlan read(final String name) {
        final String builtIn = BuiltInPlans.text(name);
        try {
            if (builtIn != null) {
                return FaultPlanReader.read(name, builtIn);
            }
            final Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                throw Failure.badInput("--faults " + name + ": no such plan; accepted: a file, or one of "
                        + String.join(", ", BuiltInPlans.names()));
            }
            return FaultPlanReader.read(name, Files.readString(file));
        } catch (final FaultPlanException e) {
            throw Failure.badInput("--faults " + e.getMessage());
        } catch (final IOException e) {
            throw Failure.environment("--faults " + name + ": cannot be read: " + e.getMessage());
        }
    }
}
