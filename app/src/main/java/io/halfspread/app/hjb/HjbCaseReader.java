package io.halfspread.app.hjb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.hjb.plot.DepthCounts;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonNode.Kind;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.codec.text.TextError;
import io.halfspread.engine.hjb.HjbInput;
import io.halfspread.engine.hjb.HjbModel;
import io.halfspread.engine.hjb.ModelProblems;
import io.halfspread.engine.quote.ParamsInForce;
import io.halfspread.engine.tuning.TuningParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a case and names every problem at once. */
final class HjbCaseReader {
    private static final String INPUTS = "inputs";
    private static final String HEURISTIC = "heuristicParams";
    private static final String STATE = "state";
    private static final String NOTIONAL = "lotNotionalUsd";
    private static final String ERRORS = "standardErrors";
    private static final String DEPTHS = "depths";
    private static final Set<String> OF_A_SOLVED_CASE =
            Set.of("name", "split", "grid", "discounted", "ergodic", "summary", "lookupSamples", "gridSearch");
    private static final double MOST_BASE_BPS = 1e4;
    private static final double AGREEMENT = 1e-9;

    private final List<String> problems = new ArrayList<>();
    private final Map<HjbInput, Double> inputs = new EnumMap<>(HjbInput.class);
    private final ParamsInForce params = new ParamsInForce();
    private final Map<HjbInput, Double> standardErrors = new EnumMap<>(HjbInput.class);
    private final List<DepthCounts.Point> bidDepths = new ArrayList<>();
    private final List<DepthCounts.Point> askDepths = new ArrayList<>();
    private double makerCostBps = Double.NaN;
    private double takerCostBps = Double.NaN;
    private double halfSpreadBps = Double.NaN;
    private double lots;
    private double signal;
    private double lotNotionalUsd = Double.NaN;

    private HjbCaseReader() {}

    static HjbCase read(final byte[] text) {
        final HjbCaseReader reader = new HjbCaseReader();
        final JsonDocument document = StrictJson.parse(text, false);
        if (!document.valid()) {
            document.errors().stream().map(TextError::toString).forEach(reader.problems::add);
        } else if (document.root().is(Kind.OBJECT)) {
            reader.readCase(document.root());
        } else {
            reader.problems.add("an object is expected, not " + document.root().shown());
        }
        if (!reader.problems.isEmpty()) {
            throw Failure.badInput(String.join("; ", reader.problems));
        }
        return new HjbCase(
                HjbModel.of(reader.inputs),
                reader.halfSpreadBps,
                reader.params,
                reader.lots,
                reader.signal,
                reader.lotNotionalUsd,
                reader.standardErrors,
                new DepthCounts(reader.bidDepths, reader.askDepths));
    }

    private void readCase(final JsonNode root) {
        for (final TuningParam param : TuningParam.values()) {
            params.value(param.ordinal(), param.defaultValue());
        }
        for (final JsonMember member : root.members()) {
            switch (member.key()) {
                case INPUTS -> each(member, this::readInput);
                case HEURISTIC -> each(member, this::readParam);
                case STATE -> each(member, this::readState);
                case NOTIONAL -> lotNotionalUsd = number(NOTIONAL, member.value(), Double.MIN_VALUE, 1e15, "USD");
                case ERRORS -> each(member, this::readError);
                case DEPTHS -> each(member, this::readDepths);
                default -> requireKnown(member.key());
            }
        }
        requirePresent(root, INPUTS);
        requirePresent(root, HEURISTIC);
        if (root.member(INPUTS) != null && root.member(INPUTS).is(Kind.OBJECT)) {
            ModelProblems.in(inputs).forEach(problem -> problems.add("inputs." + problem));
            requireAgreement("inputs.cm", makerCostBps, "makerFee + eps", HjbInput.MAKER_FEE, HjbInput.EPS);
            requireAgreement(
                    "inputs.ups",
                    takerCostBps,
                    "takerFee + halfSpread + slip",
                    HjbInput.TAKER_FEE,
                    HjbInput.HALF_SPREAD,
                    HjbInput.SLIP);
        }
        if (root.member(HEURISTIC) != null
                && root.member(HEURISTIC).is(Kind.OBJECT)
                && root.member(HEURISTIC).member("base") == null) {
            problems.add("heuristicParams.base is missing; accepted: our half spread, above 0 to 10000 (bps)");
        }
    }

    private void each(final JsonMember member, final java.util.function.Consumer<JsonMember> reader) {
        if (member.value().is(Kind.OBJECT)) {
            member.value().members().forEach(reader);
        } else {
            problems.add(member.key() + ": an object is expected, not "
                    + member.value().shown());
        }
    }

    private void readInput(final JsonMember member) {
        final HjbInput input = HjbInput.ofKey(member.key());
        final String name = "inputs." + member.key();
        if (input != null) {
            inputs.put(input, finite(name, member.value(), input.accepted()));
        } else if (member.key().equals("cm")) {
            makerCostBps = finite(name, member.value(), "makerFee + eps (bps)");
        } else if (member.key().equals("ups")) {
            takerCostBps = finite(name, member.value(), "takerFee + halfSpread + slip (bps)");
        } else {
            problems.add(name + ": unknown; accepted: "
                    + Arrays.stream(HjbInput.values()).map(HjbInput::key).collect(Collectors.joining(", "))
                    + ", cm, ups");
        }
    }

    private void readParam(final JsonMember member) {
        final TuningParam param = TuningParam.ofKey(member.key());
        final String name = "heuristicParams." + member.key();
        if (member.key().equals("base")) {
            halfSpreadBps = number(name, member.value(), Double.MIN_VALUE, MOST_BASE_BPS, "bps");
        } else if (param == null) {
            problems.add(name + ": unknown; accepted: base, "
                    + Arrays.stream(TuningParam.values()).map(TuningParam::key).collect(Collectors.joining(", ")));
        } else if (member.value().is(Kind.NUMBER)
                && param.accepts(member.value().asDouble())) {
            params.value(param.ordinal(), member.value().asDouble());
        } else {
            problems.add(name + " = " + member.value().shown() + "; accepted: a number in " + param.range());
        }
    }

    private void readState(final JsonMember member) {
        final String name = "state." + member.key();
        switch (member.key()) {
            case "q" -> lots = number(name, member.value(), -1e9, 1e9, "lots");
            case "x" -> signal = number(name, member.value(), -1e9, 1e9, "signal units");
            default -> problems.add(name + ": unknown; accepted: q, x");
        }
    }

    private void readError(final JsonMember member) {
        final HjbInput input = HjbInput.ofKey(member.key());
        final String name = "standardErrors." + member.key();
        if (input == null || input == HjbInput.Q || input == HjbInput.M || input == HjbInput.X) {
            problems.add(name + ": unknown; accepted: an input other than Q, M, X");
        } else if (!member.value().is(Kind.NULL)) {
            standardErrors.put(input, number(name, member.value(), 0, 1e9, "unit of the input"));
        }
    }

    private void readDepths(final JsonMember member) {
        final String name = "depths." + member.key();
        if (!member.key().equals("bid") && !member.key().equals("ask")) {
            problems.add(name + ": unknown; accepted: bid, ask");
        } else if (!member.value().is(Kind.ARRAY)) {
            problems.add(name + ": an array is expected, not " + member.value().shown());
        } else {
            final List<DepthCounts.Point> points = member.key().equals("bid") ? bidDepths : askDepths;
            member.value().elements().forEach(point -> readDepth(name, point, points));
        }
    }

    private void readDepth(final String name, final JsonNode point, final List<DepthCounts.Point> points) {
        final List<JsonNode> of = point.is(Kind.ARRAY) ? point.elements() : List.of();
        if (of.size() != 3) {
            problems.add(
                    name + ": an element that is not accepted; accepted: [depth in bps, orders per second, count]");
            return;
        }
        points.add(new DepthCounts.Point(
                number(name, of.get(0), -1e4, 1e4, "bps"),
                number(name, of.get(1), 0, 1e9, "1/s"),
                number(name, of.get(2), 0, 1e15, "orders")));
    }

    private double finite(final String name, final JsonNode value, final String accepted) {
        if (value.is(Kind.NUMBER) && Double.isFinite(value.asDouble())) {
            return value.asDouble();
        }
        problems.add(name + " = " + value.shown() + "; accepted: " + accepted);
        return Double.NaN;
    }

    private double number(
            final String name, final JsonNode value, final double min, final double max, final String unit) {
        final double number = value.is(Kind.NUMBER) ? value.asDouble() : Double.NaN;
        if (number >= min && number <= max) {
            return number;
        }
        final String from = min == Double.MIN_VALUE ? "above 0" : "from " + min;
        problems.add(name + " = " + value.shown() + "; accepted: " + from + " to " + max + " (" + unit + ")");
        return Double.NaN;
    }

    private void requireKnown(final String key) {
        if (!OF_A_SOLVED_CASE.contains(key)) {
            problems.add(key + ": unknown; accepted: "
                    + String.join(", ", INPUTS, HEURISTIC, STATE, NOTIONAL, ERRORS, DEPTHS));
        }
    }

    private void requirePresent(final JsonNode root, final String key) {
        if (root.member(key) == null) {
            problems.add(key + " is missing; accepted: an object");
        }
    }

    private void requireAgreement(final String name, final double stated, final String sum, final HjbInput... addends) {
        double expected = 0;
        for (final HjbInput addend : addends) {
            expected += inputs.getOrDefault(addend, addend.absentValue());
        }
        if (Math.abs(stated - expected) > AGREEMENT * Math.max(1, Math.abs(expected))) {
            problems.add(name + " = " + stated + "; accepted: " + sum + " = " + expected + ", or nothing");
        }
    }
}
