package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.hjb.plot.IntensityPlot;
import io.halfspread.app.hjb.plot.PolicyPlot;
import io.halfspread.engine.hjb.Policy;
import io.halfspread.engine.hjb.SolveOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Draws plots into a folder when it is named. */
final class PlotOption {
    @Option(
            names = "--plot",
            paramLabel = "DIR",
            description =
                    "Draw policy.svg (offsets over inventory and signal) and intensity.svg (fills against depth).")
    private Path folder;

    /** Files drawn; none when no folder was named. */
    List<String> draw(final HjbResult result) {
        if (folder == null) {
            return List.of();
        }
        final HjbCase problem = result.problem();
        final Policy best = result.solver().solution().policy();
        final boolean lawful = result.heuristic().lawOutcome() == SolveOutcome.SOLVED;
        final Path policy = folder.resolve("policy.svg");
        final Path intensity = folder.resolve("intensity.svg");
        try {
            Files.createDirectories(folder);
            Files.writeString(policy, PolicyPlot.of(best, result.heuristic(), lawful, problem.state()));
            Files.writeString(intensity, IntensityPlot.of(problem.model(), best, problem.state(), problem.depths()));
        } catch (final IOException e) {
            throw Failure.environment("plots cannot be written: " + e);
        }
        return List.of(policy.toString(), intensity.toString());
    }
}
