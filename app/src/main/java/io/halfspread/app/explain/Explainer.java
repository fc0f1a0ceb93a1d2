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
import org.agrona.DirectBuffer;

/** Follows a session up to one event and says what the engine knew there, what it decided, and why. For one thread. */
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
    private final Map<String, Object> json = new LinkedHashMap<>();
    private final List<Object> decisions = new ArrayList<>();
    private final List<Object> commands = new ArrayList<>();
    private final long wanted;
    private TuningUpdate params;
    private long input = -1;
    private long lastDecision = -1;

    /**
     * Creates an explainer for one event.
     *
     * @param wanted ring sequence of the input
     */
    public Explainer(final long wanted) {
        this.wanted = wanted;
    }

    /**
     * Explains one input of a capture.
     *
     * @param records cursor before the first record
     * @return members in order, or null when the capture holds no such input
     */
    public Map<String, Object> explain(final CaptureReader records) {
        while (!isDone() && records.next()) {
            if (records.isInput()) {
                onInput(records.buffer(), records.offset(), records.length(), records.sequence());
            } else {
                onOutput(records.buffer(), records.offset(), records.length(), records.sequence());
            }
        }
        return explanation();
    }

    /**
     * The input to explain.
     *
     * @return its ring sequence
     */
    public long wanted() {
        return wanted;
    }

    /**
     * Whether all that matters was seen.
     *
     * @return true after the first input beyond the wanted one
     */
    public boolean isDone() {
        return input > wanted;
    }

    /**
     * One input of the session, in order.
     *
     * @param buffer   holds the message
     * @param offset   index of its header
     * @param length   bytes, header included
     * @param sequence ring sequence
     */
    public void onInput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        input = sequence;
        if (input <= wanted) {
            header.wrap(buffer, offset);
            onInput(buffer, offset);
        }
        if (input == wanted) {
            json.put("seq", wanted);
            json.put("event", dump.of(buffer, offset, length, sequence));
        }
    }

    /**
     * One output of the session, after the input that caused it.
     *
     * @param buffer   holds the message
     * @param offset   index of its header
     * @param length   bytes, header included
     * @param sequence sequence on the ring of outputs
     */
    public void onOutput(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        if (isDone()) {
            return;
        }
        header.wrap(buffer, offset);
        if (header.templateId() == QuoteDecisionDecoder.TEMPLATE_ID) {
            decision.wrap(buffer, offset + BODY, header.blockLength(), header.version());
            final InstrumentView view = view(decision.instrument());
            lastDecision = input < wanted ? input : lastDecision;
            if (input == wanted) {
                decisions.add(decision(view));
            }
            view.onDecision(decision);
        } else if (input == wanted) {
            commands.add(dump.of(buffer, offset, length, sequence));
        }
    }

    /**
     * What was found.
     *
     * @return members in order, or null when the wanted input was not seen
     */
    public Map<String, Object> explanation() {
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

    private void onInput(final DirectBuffer buffer, final int offset) {
        final int body = offset + BODY;
        final int blockLength = header.blockLength();
        final int version = header.version();
        final InstrumentView view = view(buffer.getShort(offset + INSTRUMENT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF);
        switch (header.templateId()) {
            case BestBidOfferDecoder.TEMPLATE_ID:
                view.onBestBidOffer(bestBidOffer.wrap(buffer, body, blockLength, version));
                break;
            case BookSnapshotDecoder.TEMPLATE_ID:
                view.onSnapshot(snapshot.wrap(buffer, body, blockLength, version));
                break;
            case InstrumentDefinitionDecoder.TEMPLATE_ID:
                view.onDefinition(definition.wrap(buffer, body, blockLength, version));
                break;
            case PolicyRowsDecoder.TEMPLATE_ID:
                view.policy.onRows(policyRows.wrap(buffer, body, blockLength, version));
                break;
            case PolicyCommitDecoder.TEMPLATE_ID:
                view.policy.onCommit(policyCommit.wrap(buffer, body, blockLength, version));
                break;
            case StrategySettingsDecoder.TEMPLATE_ID:
                view.onSettings(settings.wrap(buffer, body, blockLength, version));
                break;
            case TuningParamsUpdateDecoder.TEMPLATE_ID:
                params = TuningEvents.decodeUpdate(buffer, offset);
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
