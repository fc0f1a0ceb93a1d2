package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.replay.ReplayRequest;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Who answers orders where no venue does, and how late. */
final class FillOptions {
    @Option(
            names = "--fills",
            paramLabel = "MODEL",
            description =
                    "none, touch, queue or queue:optimistic (replay: also recorded); else fills.model, in a sweep queue, which keeps our place"
                            + " in the queue: docs/fills.md.")
    private String fills;

    @Option(
            names = "--latency",
            paramLabel = "DELAY[,DELAY]",
            description =
                    "With queue: delay of commands and, after a comma, of answers: none, MS, MIN:MEDIAN:P99 in ms,"
                            + " or a file of one delay in ms a line; else fills.latency.")
    private String latency;

    /** The model asked for, null for none. */
    FillChoice model() {
        final FillChoice choice = choice();
        if (choice == FillChoice.RECORDED) {
            throw refused("none, touch, queue, queue:optimistic");
        }
        return choice;
    }

    /** The model asked for, or the recorded account events; null for none. */
    FillChoice modelOrRecord() {
        return choice();
    }

    /** A replay with the delays asked for; its model is already the one it will have. */
    ReplayRequest delaying(final ReplayRequest request) {
        return latency == null ? request : request.withDelays(asked(request.modelled()));
    }

    /** The delays asked for with a model, or the configured ones. */
    FillDelays delays(final HalfspreadConfig wiring, final FillChoice model) {
        return latency == null
                ? FillDelays.of(ConfigOption.FILLS_LATENCY.path(), wiring.text(ConfigOption.FILLS_LATENCY))
                : asked(model);
    }

    private FillDelays asked(final FillChoice model) {
        if (!model.isQueue()) {
            throw Failure.badInput("--latency: goes with --fills queue or queue:optimistic, not with " + model.text());
        }
        return FillDelays.of("--latency", latency);
    }

    private FillChoice choice() {
        if (fills == null) {
            return null;
        }
        final FillChoice choice = FillChoice.of(fills.toLowerCase(Locale.ROOT));
        if (choice == null) {
            throw refused("none, touch, queue, queue:optimistic, recorded");
        }
        return choice;
    }

    private Failure refused(final String accepted) {
        return Failure.badInput("--fills " + fills + ": accepted: " + accepted);
    }
}
