package io.halfspread.app.verb;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonNode.Kind;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.codec.text.TextError;
import io.halfspread.engine.quote.ControlVector;
import io.halfspread.engine.quote.HeuristicLaw;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.quote.PriceGrid;
import io.halfspread.engine.tuning.TuningParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers one line of the quote filter. For one thread. */
final class QuoteLine {
    private static final double BPS = 1e4;
    private static final int MAX_SZ_DECIMALS = 8;

    private final ParamsInForce params = new ParamsInForce();
    private final ControlVector control = new ControlVector();
    private final PriceGrid[] grids = new PriceGrid[MAX_SZ_DECIMALS + 1];
    private final List<String> errors = new ArrayList<>();
    private final double[] inputs = new double[QuoteInput.values().length];
    private String result = "";

    /**
     * Computes the answer to a line.
     *
     * @param line one JSON object
     * @return whether the line was good; {@link #result()} is the answer or the error
     */
    boolean answer(final String line) {
        errors.clear();
        final JsonDocument document = StrictJson.parse(line, false);
        if (!document.valid()) {
            document.errors().stream().map(TextError::toString).forEach(errors::add);
        } else {
            read(document.root());
        }
        result = JsonOutput.of(errors.isEmpty() ? quoted() : Map.of("error", String.join("; ", errors)));
        return errors.isEmpty();
    }

    /**
     * The answer to the last line.
     *
     * @return one line of JSON
     */
    String result() {
        return result;
    }

    private void read(final JsonNode root) {
        if (!root.is(Kind.OBJECT)) {
            errors.add("an object is expected, not " + root.shown());
            return;
        }
        for (final TuningParam param : TuningParam.values()) {
            params.value(param.ordinal(), param.defaultValue());
        }
        Arrays.fill(inputs, Double.NaN);
        for (final JsonMember member : root.members()) {
            final QuoteInput input = QuoteInput.named(member.key());
            if (member.key().equals("params")) {
                readParams(member.value());
            } else if (input == null) {
                errors.add(member.key() + ": unknown member; accepted: " + QuoteInput.names() + ", params");
            } else {
                inputs[input.ordinal()] = checked(input, member.value());
            }
        }
        for (final QuoteInput input : QuoteInput.values()) {
            if (input.required() && root.member(input.key()) == null) {
                errors.add(input.key() + ": missing; " + input.accepted());
            }
        }
    }

    private double checked(final QuoteInput input, final JsonNode value) {
        if (value.is(Kind.NUMBER) && input.accepts(value.asDouble())) {
            return value.asDouble();
        }
        errors.add(input.key() + ": " + value.shown() + "; " + input.accepted());
        return Double.NaN;
    }

    private void readParams(final JsonNode node) {
        if (!node.is(Kind.OBJECT)) {
            errors.add("params: an object is expected, not " + node.shown());
            return;
        }
        for (final JsonMember member : node.members()) {
            final TuningParam param = Arrays.stream(TuningParam.values())
                    .filter(candidate -> candidate.key().equals(member.key()))
                    .findFirst()
                    .orElse(null);
            if (param == null) {
                errors.add("params." + member.key() + ": unknown parameter; accepted: "
                        + Arrays.stream(TuningParam.values())
                                .map(TuningParam::key)
                                .collect(Collectors.joining(", ")));
            } else if (member.value().is(Kind.NUMBER)
                    && param.accepts(member.value().asDouble())) {
                params.value(param.ordinal(), member.value().asDouble());
            } else {
                errors.add("params." + param.key() + ": " + member.value().shown() + "; a number in " + param.range());
            }
        }
    }

    private Map<String, Object> quoted() {
        final double mid = input(QuoteInput.MID);
        final double mu = HeuristicLaw.stepDrift(
                input(QuoteInput.MU_HAT), input(QuoteInput.IMBALANCE), input(QuoteInput.SPREAD_BPS), params);
        HeuristicLaw.control(
                control,
                input(QuoteInput.HALF_SPREAD_BPS),
                mu,
                input(QuoteInput.INVENTORY),
                input(QuoteInput.MAX_POSITION),
                params);
        final PriceGrid grid = grid((int) input(QuoteInput.SZ_DECIMALS));
        final Map<String, Object> out = new LinkedHashMap<>();
        out.put("mu_hat", mu);
        out.put("bid_offset_bps", control.bidOffsetBps());
        out.put("ask_offset_bps", control.askOffsetBps());
        out.put("taker_buy_rate", control.takerBuyRate());
        out.put("taker_sell_rate", control.takerSellRate());
        out.put("bid_px", text(grid.floor(mid * (1 - control.bidOffsetBps() / BPS))));
        out.put("ask_px", text(grid.ceil(mid * (1 + control.askOffsetBps() / BPS))));
        return out;
    }

    private static String text(final long px) {
        return px == PriceGrid.NONE ? null : DecimalText.print(px);
    }

    private double input(final QuoteInput which) {
        return inputs[which.ordinal()];
    }

    private PriceGrid grid(final int szDecimals) {
        if (grids[szDecimals] == null) {
            grids[szDecimals] = new PriceGrid(InstrumentKind.PERP, szDecimals);
        }
        return grids[szDecimals];
    }
}
