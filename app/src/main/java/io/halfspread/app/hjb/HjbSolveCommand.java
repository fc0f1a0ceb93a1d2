package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Solves one case: inputs on stdin, tables and gaps on stdout. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Solve one case: a JSON object on stdin, the result as one JSON object on stdout.",
        footer = {
            "",
            "stdin: {\"inputs\":{..},\"heuristicParams\":{..}}; heuristicParams holds base, our half spread in bps, and any",
            "of the seven tuning parameters (the rest default). Optional: state {\"q\":..,\"x\":..}, the current state, and",
            "lotNotionalUsd, the value of a lot. A null offset means: do not quote. docs/hjb.md explains each member."
        })
public final class HjbSolveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", description = "One JSON object on stdout; always so.")
    private boolean json;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public HjbSolveCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        // A pipe cannot be asked for its length, which the unbuffered stream of a process tries.
        final HjbCase problem = HjbCaseReader.read(new BufferedInputStream(terminal.in()).readAllBytes());
        final HjbResult result = HjbResult.of(problem);
        if (result.refusal() != null) {
            throw Failure.checkFailed("not solved: " + result.refusal());
        }
        terminal.out().println(JsonOutput.of(new HjbReport(result).json()));
        terminal.out().flush();
        return 0;
    }
}
