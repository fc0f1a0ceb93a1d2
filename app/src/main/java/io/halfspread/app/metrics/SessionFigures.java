package io.halfspread.app.metrics;

import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.ParamsPoint;
import io.halfspread.app.view.SessionView;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.engine.replay.EventTally;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** Reads figures of the session as a whole. */
final class SessionFigures {
    private static final double NS = 1e9;
    private static final double HOUR_S = 3600;

    private SessionFigures() {}

    static BiConsumer<Scrape, Samples> one(final ToDoubleFunction<Scrape> value) {
        return (scrape, out) -> out.add(value.applyAsDouble(scrape));
    }

    static BiConsumer<Scrape, Samples> gauge(final ToDoubleFunction<Gauges> value) {
        return (scrape, out) -> out.add(value.applyAsDouble(scrape.gauges()));
    }

    static BiConsumer<Scrape, Samples> view(final ToDoubleFunction<SessionView> value) {
        return (scrape, out) -> out.add(value.applyAsDouble(scrape.view()));
    }

    static double seconds(final long ns) {
        return ns / NS;
    }

    static double runway(final SessionView view) {
        return view.engine().runwayHours() * HOUR_S;
    }

    static void build(final Scrape scrape, final Samples out) {
        out.add(1, scrape.labels().build(), System.getProperty("java.version"), System.getProperty("java.vm.name"));
    }

    static void session(final Scrape scrape, final Samples out) {
        final SessionLabels labels = scrape.labels();
        out.add(1, labels.kind(), labels.venue(), labels.network());
    }

    static void mode(final Scrape scrape, final Samples out) {
        for (final TradingMode mode : TradingMode.values()) {
            if (mode != TradingMode.NULL_VAL) {
                out.add(scrape.view().notes().mode() == mode, word(mode));
            }
        }
    }

    static void params(final Scrape scrape, final Samples out) {
        ParamsPoint inForce = null;
        for (final ParamsPoint point : scrape.view().params().points().all()) {
            inForce = point.values() == null ? inForce : point;
        }
        if (inForce != null) {
            out.add(1, String.valueOf(inForce.version()), inForce.kind(), inForce.sha256());
        }
    }

    static double paramsVersion(final SessionView view) {
        return view.notes().params() == null ? 0 : view.notes().params().version();
    }

    static void paramValues(final Scrape scrape, final Samples out) {
        final TuningValues values = scrape.view().params().values();
        if (values != null) {
            for (final TuningParam param : TuningParam.values()) {
                out.add(values.value(param), param.key());
            }
        }
    }

    static double accepted(final SessionView view) {
        return view.params().points().total() - view.notes().rejected();
    }

    static void events(final Scrape scrape, final Samples out) {
        final Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("bbo", BestBidOfferDecoder.TEMPLATE_ID);
        kinds.put("book", BookSnapshotDecoder.TEMPLATE_ID);
        kinds.put("trade", TradeDecoder.TEMPLATE_ID);
        kinds.put("context", AssetContextDecoder.TEMPLATE_ID);
        kinds.put("order_update", OrderUpdateDecoder.TEMPLATE_ID);
        kinds.put("fill", FillDecoder.TEMPLATE_ID);
        kinds.put("action_response", ActionResponseDecoder.TEMPLATE_ID);
        kinds.put("timer", TimerDecoder.TEMPLATE_ID);
        kinds(kinds, scrape.view().notes().tally(), out);
    }

    static void outputs(final Scrape scrape, final Samples out) {
        final Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("decision", QuoteDecisionDecoder.TEMPLATE_ID);
        kinds.put("place", PlaceOrderDecoder.TEMPLATE_ID);
        kinds.put("modify", ModifyOrderDecoder.TEMPLATE_ID);
        kinds.put("cancel", CancelOrderDecoder.TEMPLATE_ID);
        kinds(kinds, scrape.view().outputs().tally(), out);
    }

    private static void kinds(final Map<String, Integer> kinds, final EventTally tally, final Samples out) {
        long named = 0;
        for (final Map.Entry<String, Integer> kind : kinds.entrySet()) {
            final long count = tally.of(kind.getValue());
            named += count;
            out.add(count, kind.getKey());
        }
        out.add(tally.total() - named, "other");
    }

    static void alerts(final Scrape scrape, final Samples out) {
        for (final RiskCode code : RiskCode.values()) {
            if (code != RiskCode.NULL_VAL) {
                out.add(scrape.view().alerts(code), word(code));
            }
        }
    }

    static void connections(final Scrape scrape, final Samples out) {
        scrape.view().notes().connections().forEach((number, state) -> {
            final List<String> names = scrape.labels().connections();
            out.add(
                    state.startsWith("ready"),
                    number < names.size() ? names.get(number).replace(' ', '_') : "connection_" + number);
        });
    }

    static double ringOccupancy(final Gauges gauges) {
        return gauges.engineBehind() / (double) gauges.ringSlots();
    }

    static void captureLag(final Scrape scrape, final Samples out) {
        out.add(scrape.gauges().journalBehind(), "input");
        out.add(scrape.gauges().outputsBehind(), "output");
    }

    static void captureState(final Scrape scrape, final Samples out) {
        out.add(1, scrape.gauges().captureState());
    }

    static void hops(final Scrape scrape, final Samples out) {
        out.histogram(scrape.view().feedDelay(), "venue_to_arrival");
        scrape.gauges().hops().forEach(hop -> out.histogram(hop.histogram(), hop.label()));
        out.histogram(scrape.view().answerDelay(), "arrival_to_answer");
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
