package io.halfspread.app.hjb;

import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.ring.MessageHandler;
import io.halfspread.engine.solver.RecordedModel;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** Collects the models and gap reports of a session from its input events. */
public final class CalibrationLog implements MessageHandler {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final StrategySettingsDecoder settings = new StrategySettingsDecoder();
    private final CalibrationDecoder calibration = new CalibrationDecoder();
    private final GapReportDecoder gap = new GapReportDecoder();
    private final Map<Integer, CoinModel> coins = new TreeMap<>();
    private TuningValues params = TuningValues.defaults();

    /** Nothing seen yet. */
    public CalibrationLog() {}

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        final int block = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                definition.wrap(buffer, body, block, version);
                coins.put(definition.instrument(), new CoinModel(definition.coin()));
            }
            case StrategySettingsDecoder.TEMPLATE_ID -> {
                settings.wrap(buffer, body, block, version);
                coins.get(settings.instrument()).halfSpreadBps = settings.halfSpreadBps();
            }
            case TuningParamsUpdateDecoder.TEMPLATE_ID ->
                params = TuningEvents.decodeUpdate(buffer, offset).values();
            case CalibrationDecoder.TEMPLATE_ID -> {
                final RecordedModel model = RecordedModel.of(calibration.wrap(buffer, body, block, version));
                final CoinModel coin = coins.get(model.instrument());
                coin.latest = model;
                coin.models++;
            }
            case GapReportDecoder.TEMPLATE_ID -> {
                gap.wrap(buffer, body, block, version);
                coins.get(gap.instrument()).gaps.add(GapPoint.of(gap));
            }
            default -> {
                // Not about the model.
            }
        }
    }

    /**
     * What was found of each coin.
     *
     * @return by instrument index
     */
    public List<CoinModel> coins() {
        return List.copyOf(coins.values());
    }

    /**
     * Tuning parameters in force at the end.
     *
     * @return the values
     */
    public TuningValues params() {
        return params;
    }

    /** What was found of one coin. */
    public static final class CoinModel {
        private final String coin;
        private final List<GapPoint> gaps = new ArrayList<>();
        private double halfSpreadBps;
        private RecordedModel latest;
        private long models;

        private CoinModel(final String coin) {
            this.coin = coin;
        }

        /**
         * The coin.
         *
         * @return its name
         */
        public String coin() {
            return coin;
        }

        /**
         * Our half spread.
         *
         * @return bps
         */
        public double halfSpreadBps() {
            return halfSpreadBps;
        }

        /**
         * The newest model.
         *
         * @return the model, null when there is none
         */
        public RecordedModel latest() {
            return latest;
        }

        /**
         * How many models there were.
         *
         * @return count
         */
        public long models() {
            return models;
        }

        /**
         * Gap over time.
         *
         * @return reports in order
         */
        public List<GapPoint> gaps() {
            return List.copyOf(gaps);
        }
    }
}
