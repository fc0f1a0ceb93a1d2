package io.halfspread.app.replay;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.engine.agent.ThreadingMode;
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
     * The same with other parameters.
     *
     * @param others parameters from the first event on
     * @return the changed request
     */
    public ReplayRequest withParams(final TuningUpdate others) {
        return new ReplayRequest(
                input, config, assets, others, drops, fills, delays, quoteSource, threading, batch, speed, out);
    }

    /**
     * The same with another fill model, not recorded.
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
