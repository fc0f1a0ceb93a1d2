package io.halfspread.app.hjb;

import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final PlotOption plots = new PlotOption();

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
        final HjbResult result = HjbResult.required(model.read(terminal));
        final Map<String, Object> object = new HjbReport(result).json();
        final List<String> drawn = plots.draw(result);
        if (!drawn.isEmpty()) {
            object.put("plots", drawn);
        }
        terminal.out().println(JsonOutput.of(object));
        terminal.out().flush();
        return 0;
    }
}
