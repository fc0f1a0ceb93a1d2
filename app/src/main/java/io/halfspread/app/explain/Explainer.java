package io.halfspread.app.explain;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.tuning.TuningEvents;
import io.halfspread.engine.tuning.TuningUpdate;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads a capture up to one event and says what the engine knew there, what it decided, and why. */
public final class Explainer {
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final int INSTRUMENT = BODY + 16;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BestBidOfferDecoder bestBidOffer = new BestBidOfferDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final InstrumentDefinitionDecoder definition = new InstrumentDefinitionDecoder();
    private final StrategySettingsDecoder settings = new StrategySettingsDecoder();
    private final PolicyRowsDecoder policyRows = new PolicyRowsDecoder();
    private final PolicyCommitDecoder policyCommit = new PolicyCommitDecoder();
    private final QuoteDecisionDecoder decision = new QuoteDecisionDecoder();
    private final DumpedMessage dump = new DumpedMessage();
    private final Map<Integer, InstrumentView> views = new TreeMap<>();
    private TuningUpdate params;

    /** Creates an explainer for one event. */
    public Explainer() {}

    /**
     * Explains one input.
     *
     * @param records  cursor before the first record
     * @param sequence ring sequence of the input
     * @return members in order, or null when the capture holds no such input
     */
    public Map<String, Object> explain(final CaptureReader records, final long sequence) {
        final Map<String, Object> json = new LinkedHashMap<>();
        final List<Object> decisions = new ArrayList<>();
        final List<Object> commands = new ArrayList<>();
        long input = -1;
        long lastDecision = -1;
        while (input <= sequence && records.next()) {
            header.wrap(records.buffer(), records.offset());
            if (records.isInput()) {
                input = records.sequence();
                if (input <= sequence) {
                    onInput(records);
                }
                if (input == sequence) {
                    json.put("seq", sequence);
                    json.put("event", dump.of(records));
                }
            } else if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
                decision.wrap(records.buffer(), records.offset() + BODY, header.blockLength(), header.version());
                final InstrumentView view = view(decision.instrument());
                lastDecision = input < sequence ? input : lastDecision;
                if (input == sequence) {
                    decisions.add(decision(view));
                }
                view.onDecision(decision);
            } else if (input == sequence) {
                commands.add(dump.of(records));
            }
        }
        if (json.isEmpty()) {
            return null;
        }
        json.put("params", params == null ? null : params());
        json.put("decisions", decisions);
        if (decisions.isEmpty()) {
            json.put(
                    "note", "nothing is decided at this event: it changes neither a book nor a position nor a setting");
        }
        json.put("decision_before", lastDecision < 0 ? null : lastDecision);
        json.put("commands", commands);
        return json;
    }

    private void onInput(final CaptureReader records) {
        final int body = records.offset() + BODY;
        final int blockLength = header.blockLength();
        final int version = header.version();
        final InstrumentView view =
                view(records.buffer().getShort(records.offset() + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF);
        switch (header.templateId()) {
            case BestBidOfferDecoder.TEMPLATE_ID:
                view.onBestBidOffer(bestBidOffer.wrap(records.buffer(), body, blockLength, version));
                break;
            case BookSnapshotDecoder.TEMPLATE_ID:
                view.onSnapshot(snapshot.wrap(records.buffer(), body, blockLength, version));
                break;
            case InstrumentDefinitionDecoder.TEMPLATE_ID:
                view.onDefinition(definition.wrap(records.buffer(), body, blockLength, version));
                break;
            case PolicyRowsDecoder.TEMPLATE_ID:
                view.policy.onRows(policyRows.wrap(records.buffer(), body, blockLength, version));
                break;
            case PolicyCommitDecoder.TEMPLATE_ID:
                view.policy.onCommit(policyCommit.wrap(records.buffer(), body, blockLength, version));
                break;
            case StrategySettingsDecoder.TEMPLATE_ID:
                view.onSettings(settings.wrap(records.buffer(), body, blockLength, version));
                break;
            case TuningParamsUpdateDecoder.TEMPLATE_ID:
                params = TuningEvents.decodeUpdate(records.buffer(), records.offset());
                break;
            default:
                break;
        }
    }

    private Map<String, Object> decision(final InstrumentView view) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("asset", view.coin);
        json.put("book", book(view));
        final Map<String, Object> state = new LinkedHashMap<>();
        state.put("S", decision.mid());
        state.put("Q", decision.position() / 1e8);
        state.put("mu", decision.muHat());
        state.put("Delta_bps", decision.spreadBps());
        state.put("I", decision.imbalance());
        json.put("state", state);
        json.put("params_version", decision.paramsVersion());
        json.put("policy_version", decision.policyVersion());
        json.put("source", decision.source().name().toLowerCase(Locale.ROOT));
        if (params != null) {
            json.put("control", new ControlSteps(view, decision, params.values()).explain());
        }
        json.put("bid", side(decision.bidReason(), decision.bidPx(), decision.bidSz()));
        json.put("ask", side(decision.askReason(), decision.askPx(), decision.askSz()));
        return json;
    }

    private static Map<String, Object> book(final InstrumentView view) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("best_bid", DecimalText.print(view.book.bestBid()));
        json.put("best_bid_size", DecimalText.print(view.book.bestBidSz()));
        json.put("best_ask", DecimalText.print(view.book.bestAsk()));
        json.put("best_ask_size", DecimalText.print(view.book.bestAskSz()));
        return json;
    }

    private static Map<String, Object> side(final QuoteReason reason, final long px, final long sz) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("px", DecimalText.print(px));
        json.put("size", DecimalText.print(sz));
        json.put("reason", reason.name().toLowerCase(Locale.ROOT));
        json.put("why", ReasonWords.of(reason));
        return json;
    }

    private Map<String, Object> params() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", params.version());
        json.put("source", params.source().kind().name().toLowerCase(Locale.ROOT));
        json.put("name", params.source().name());
        json.put("sha256", params.source().sha256().hex());
        json.put("values", params.values().byKey());
        return json;
    }

    private InstrumentView view(final int instrument) {
        return views.computeIfAbsent(instrument, index -> new InstrumentView());
    }
}
