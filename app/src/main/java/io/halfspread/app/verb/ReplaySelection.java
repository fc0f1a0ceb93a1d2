package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.TuningOptions;
import io.halfspread.codec.event.QuoteSource;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a verb that replays for its own purpose is told: input, coins, parameters, fill model. */
final class ReplaySelection {
    @Parameters(paramLabel = "CAPTURE_OR_FRAMES", description = "A capture folder, or a file of raw frames.")
    private Path input;

    @Option(names = "--params", paramLabel = "FILE", description = "Tuning parameters, from the first event on.")
    private Path params;

    @Mixin
    private CoinOptions coins;

    @Mixin
    private FillOptions fills;

    /** The replay asked for. */
    ReplayRequest request(final HalfspreadConfig wiring, final QuoteSource source) {
        return fills.delaying(ReplayRequest.of(input, wiring)
                .withAssets(coins.coins())
                .withParams(params == null ? null : TuningOptions.params(params))
                .asking(fills.model())
                .withQuoteSource(source));
    }
}
