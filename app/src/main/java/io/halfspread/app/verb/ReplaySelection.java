package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.replay.FillChoice;
import io.halfspread.app.replay.FillDelays;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.TuningOptions;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.replay.ReplayOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a verb that replays for its own purpose is told: input, coins, parameters, fill model. */
final class ReplaySelection {
    @Parameters(paramLabel = "CAPTURE_OR_FRAMES", description = "A capture folder, or a file of raw frames.")
    private Path input;

    @Option(names = "--asset", paramLabel = "COINS", description = "Coins, separated by commas; else all configured.")
    private String assets;

    @Option(names = "--params", paramLabel = "FILE", description = "Tuning parameters, from the first event on.")
    private Path params;

    @Option(
            names = "--fills",
            paramLabel = "MODEL",
            description = "none, touch, queue or queue:optimistic; else fills.model.")
    private String fills;

    /** The replay asked for. */
    ReplayRequest request(final HalfspreadConfig wiring, final QuoteSource source) {
        return new ReplayRequest(
                input,
                wiring,
                assets == null ? null : HalfspreadConfig.coinList(assets),
                params == null ? null : TuningOptions.params(params),
                List.of(),
                fillChoice(fills),
                FillDelays.of(ConfigOption.FILLS_LATENCY.path(), wiring.text(ConfigOption.FILLS_LATENCY)),
                source,
                ThreadingMode.INVOKED,
                ReplayOptions.DEFAULT_BATCH,
                0,
                null);
    }

    /** A fill model as an option names it, null for none. */
    static FillChoice fillChoice(final String fills) {
        if (fills == null) {
            return null;
        }
        final FillChoice choice = FillChoice.of(fills.toLowerCase(Locale.ROOT));
        if (choice == null || choice == FillChoice.RECORDED) {
            throw Failure.badInput("--fills " + fills + ": accepted: none, touch, queue, queue:optimistic");
        }
        return choice;
    }
}
