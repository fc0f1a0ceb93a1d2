package io.halfspread.app.hjb;

import io.halfspread.app.console.Terminal;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says where the heuristic loses, and what to change in which parameter and by how much. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explain what the heuristic loses: in which states, and which parameter to change by how much.",
        footer = {
            "",
            "The case is that of hjb solve, on stdin or from --model. With standardErrors {input: error} the gap gets its",
            "band. docs/hjb.md explains each figure and its limits."
        })
public final class HjbExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final PlotOption plots = new PlotOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public HjbExplainCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        final HjbResult result = HjbResult.required(model.read(terminal));
        final HjbExplanation explanation = HjbExplanation.of(result);
        final Map<String, Object> object = new LinkedHashMap<>(explanation.json());
        final List<String> drawn = plots.draw(result);
        if (!drawn.isEmpty()) {
            object.put("plots", drawn);
        }
        terminal.out().println(json ? JsonOutput.of(object) : ExplanationText.of(explanation));
        if (!json) {
            drawn.forEach(file -> terminal.out().println("drawn: " + file));
        }
        terminal.out().flush();
        return 0;
    }
}
