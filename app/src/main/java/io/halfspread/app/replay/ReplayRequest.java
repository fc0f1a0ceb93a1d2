package io.halfspread.app.replay;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.agent.ThreadingMode;
import io.halfspread.engine.replay.ReplayOptions;
import io.halfspread.engine.replay.TuningDrop;
import io.halfspread.engine.tuning.TuningUpdate;
import java.nio.file.Path;
import java.util.List;

/**
 * A replay as a person asked for it.
 *
 * @param input       capture folder or file of raw frames
 * @param config      wiring; opens a session around market data
 * @param assets      coins asked for, null for all there are
 * @param params      parameters asked for, null for the defaults or the recorded ones
 * @param drops       overlays
 * @param fills       fill model asked for, null for the input's own
 * @param delays      delays of a queue model
 * @param quoteSource quote source asked for, null for the configured or recorded one
 * @param threading   which threads
 * @param batch       most events the engine handles in one step
 * @param speed       times real time, 0 for as fast as it goes
 * @param out         folder to record in, or null
 */
public record ReplayRequest(
        Path input,
        HalfspreadConfig config,
        List<String> assets,
        TuningUpdate params,
        List<TuningDrop> drops,
        FillChoice fills,
        FillDelays delays,
        QuoteSource quoteSource,
        ThreadingMode threading,
        int batch,
        double speed,
        Path out) {
    /**
     * A replay as it is when nothing is asked for: all coins, nothing changed, as fast as it goes, not recorded.
     *
     * @param input  capture folder or file of raw frames
     * @param config wiring
     * @return the request
     * @throws Failure when the configured delays cannot be used
     */
    public static ReplayRequest of(final Path input, final HalfspreadConfig config) {
        return new ReplayRequest(
                input,
                config,
                null,
                null,
                List.of(),
                null,
                FillDelays.of(ConfigOption.FILLS_LATENCY.path(), config.text(ConfigOption.FILLS_LATENCY)),
                null,
                ThreadingMode.INVOKED,
                ReplayOptions.DEFAULT_BATCH,
                0,
                null);
    }

    /**
     * The same of other coins.
     *
     * @param coins coins, null for all there are
     * @return the changed request
     */
    public ReplayRequest withAssets(final List<String> coins) {
        return new ReplayRequest(
                input, config, coins, params, drops, fills, delays, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same with other parameters.
     *
     * @param others parameters from the first event on, null for the defaults or the recorded ones
     * @return the changed request
     */
    public ReplayRequest withParams(final TuningUpdate others) {
        return new ReplayRequest(
                input, config, assets, others, drops, fills, delays, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same with other overlays.
     *
     * @param others overlays
     * @return the changed request
     */
    public ReplayRequest withDrops(final List<TuningDrop> others) {
        return new ReplayRequest(
                input, config, assets, params, others, fills, delays, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same with another quote source.
     *
     * @param source quote source, null for the configured or recorded one
     * @return the changed request
     */
    public ReplayRequest withQuoteSource(final QuoteSource source) {
        return new ReplayRequest(
                input, config, assets, params, drops, fills, delays, source, threading, batch, speed, out);
    }

    /**
     * The same with a fill model asked for.
     *
     * @param choice the model, null for the input's own
     * @return the changed request
     */
    public ReplayRequest asking(final FillChoice choice) {
        return new ReplayRequest(
                input, config, assets, params, drops, choice, delays, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same with other delays.
     *
     * @param others delays of a queue model
     * @return the changed request
     */
    public ReplayRequest withDelays(final FillDelays others) {
        return new ReplayRequest(
                input, config, assets, params, drops, fills, others, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same, run otherwise.
     *
     * @param mode   which threads
     * @param events most events the engine handles in one step
     * @param times  times real time, 0 for as fast as it goes
     * @return the changed request
     */
    public ReplayRequest running(final ThreadingMode mode, final int events, final double times) {
        return new ReplayRequest(
                input, config, assets, params, drops, fills, delays, quoteSource, mode, events, times, out);
    }

    /**
     * The same, recorded.
     *
     * @param folder folder to record in, or null
     * @return the changed request
     */
    public ReplayRequest into(final Path folder) {
        return new ReplayRequest(
                input, config, assets, params, drops, fills, delays, quoteSource, threading, batch, speed, folder);
    }

    /**
     * The same with another fill model where one answers, not recorded. Whether one is asked for stays as it is.
     *
     * @param model a model, not the record
     * @return the changed request
     */
    public ReplayRequest withFills(final FillChoice model) {
        return new ReplayRequest(
                input,
                config.with(ConfigOption.FILLS_MODEL, model.text()),
                assets,
                params,
                drops,
                fills == null ? null : model,
                delays,
                quoteSource,
                threading,
                batch,
                speed,
                null);
    }

    /**
     * The model that answers where no recorded account event does.
     *
     * @return what was asked for, else what is configured
     */
    public FillChoice modelled() {
        return fills == null || fills == FillChoice.RECORDED
                ? FillChoice.of(config.text(ConfigOption.FILLS_MODEL))
                : fills;
    }
}
