package io.halfspread.app.verb;

import io.halfspread.app.replay.ReplayRequest;
import io.halfspread.app.replay.TuningOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a replay does otherwise than the record. */
final class ChangeOptions {
    @Option(names = "--params", paramLabel = "FILE", description = "Tuning parameters, from the first event on.")
    private Path params;

    @Option(
            names = "--drop",
            paramLabel = "T=FILE",
            description = "Overlay at T seconds from the start, or at T ns since the epoch; repeatable.")
    private List<String> drops = new ArrayList<>();

    @Option(names = "--quote-source", paramLabel = "SOURCE", description = "heuristic, hjb, blend or glft.")
    private QuoteChoice quoteSource;

    /** Whether parameters are asked for, be it from the start or on the way. */
    boolean tunes() {
        return params != null || !drops.isEmpty();
    }

    /** A replay with the change asked for; files that cannot be used are named. */
    ReplayRequest changing(final ReplayRequest request) {
        return request.withParams(params == null ? null : TuningOptions.params(params))
                .withDrops(drops.stream().map(TuningOptions::drop).toList())
                .withQuoteSource(quoteSource == null ? null : quoteSource.source());
    }
}
