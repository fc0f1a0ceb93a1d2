package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.explain.Explainer;
import io.halfspread.app.explain.FillCause;
import io.halfspread.app.explain.OrderTrace;
import io.halfspread.app.replay.CrashedCapture;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why: of one event, or of one order. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Why the engine decided what it decided at an event, or for an order: every term, recomputed.")
public final class ExplainCommand implements Callable<Integer> {
    private static final String CLOID_FORM = "0x and 32 hex digits, as dump shows it";

    @Parameters(paramLabel = "CAPTURE", description = "A capture folder.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    private final Terminal terminal;

    /** What to explain. */
    static final class Which {
        @Option(names = "--seq", required = true, paramLabel = "N", description = "Sequence of an input event.")
        private Long seq;

        @Option(names = "--cloid", required = true, paramLabel = "C", description = "Client order id: " + CLOID_FORM)
        private String cloid;
    }

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public ExplainCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CrashedCapture.recover(folder, terminal.err());
        final OrderTrace trace = which.cloid == null ? null : trace();
        final long sequence = trace == null ? which.seq : trace.cause();
        final Map<String, Object> explanation;
        try (CaptureReader records = CaptureReader.open(folder)) {
            explanation = new Explainer(sequence).explain(records);
        }
        if (explanation == null) {
            throw Failure.badInput(folder + ": holds no input " + sequence + "; accepted: 0 to the last input"
                    + " (verify says how many)");
        }
        final Map<String, Object> cause = FillCause.of(() -> CaptureReader.open(folder), sequence);
        if (cause != null) {
            explanation.put("cause", cause);
        }
        if (trace != null) {
            explanation.put("order", trace.chain());
        }
        if (json) {
            terminal.out().println(JsonOutput.of(explanation));
        } else {
            print("", explanation);
        }
        terminal.out().flush();
        return 0;
    }

    private OrderTrace trace() {
        final String cloid = which.cloid.toLowerCase(Locale.ROOT);
        if (!cloid.matches("0x[0-9a-f]{32}")) {
            throw Failure.badInput("--cloid " + which.cloid + ": accepted: " + CLOID_FORM);
        }
        try (CaptureReader records = CaptureReader.open(folder)) {
            final OrderTrace trace = OrderTrace.of(records, cloid);
            if (trace.cause() < 0) {
                throw Failure.badInput(
                        folder + ": holds no order " + cloid + "; halfspread dump --kind place,modify lists them");
            }
            return trace;
        }
    }

    private void print(final String indent, final Map<?, ?> members) {
        members.forEach((key, value) -> {
            if (value instanceof Map<?, ?> nested) {
                if (isFlat(nested)) {
                    terminal.out().println(indent + key + ": " + flat(nested));
                } else {
                    terminal.out().println(indent + key + ":");
                    print(indent + "  ", nested);
                }
            } else if (value instanceof List<?> list) {
                terminal.out().println(indent + key + ":" + (list.isEmpty() ? " none" : ""));
                list.forEach(element -> {
                    if (element instanceof Map<?, ?> nested && !isFlat(nested)) {
                        print(indent + "  ", nested);
                    } else {
                        terminal.out()
                                .println(indent + "  - "
                                        + (element instanceof Map<?, ?> nested ? flat(nested) : element));
                    }
                });
            } else {
                terminal.out().println(indent + key + ": " + value);
            }
        });
    }

    private static boolean isFlat(final Map<?, ?> members) {
        return members.values().stream().noneMatch(value -> value instanceof Map || value instanceof List);
    }

    private static String flat(final Map<?, ?> members) {
        final StringBuilder text = new StringBuilder();
        members.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(key).append(' ').append(value));
        return text.toString();
    }
}
