package io.halfspread.app.sweep.space;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.InstrumentOption;
import io.halfspread.engine.tuning.TuningParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a sweep can vary. Ranges are not stated here: they are those by which the configuration and tuning files are
 * checked.
 *
 * @param name     name in the space file
 * @param kind     kind of its values
 * @param accepted what is accepted, in one phrase
 * @param meaning  what it decides, in one phrase
 * @param accepts  whether a value, as written, is accepted
 */
public record Variable(String name, Dimension.Kind kind, String accepted, String meaning, Predicate<String> accepts) {
    /** Where quotes come from: the configuration's {@code quoting.source}. */
    public static final String QUOTE_SOURCE = "quote_source";

    /** Weight of the policy in a blend: {@code quoting.blend_weight}. */
    public static final String BLEND_WEIGHT = "blend_weight";

    /** Half spread of every coin, in bps: {@code quoting.half_spread_bps}. */
    public static final String HALF_SPREAD_BPS = "half_spread_bps";

    /** Size quoted a side, in the unit that the coin's row states: {@code instruments.COIN.order_size}. */
    public static final String ORDER_SIZE = "order_size";

    /** Levels a side that enter the imbalance: {@code quoting.depth}. */
    public static final String IMBALANCE_DEPTH = "imbalance_depth";

    private static final List<Variable> ALL = all();

    private static List<Variable> all() {
        final List<Variable> all = new ArrayList<>();
        Arrays.stream(TuningParam.values()).forEach(param -> all.add(of(param)));
        all.add(of(QUOTE_SOURCE, Dimension.Kind.CHOICE, ConfigOption.QUOTING_SOURCE));
        all.add(of(BLEND_WEIGHT, Dimension.Kind.REAL, ConfigOption.QUOTING_BLEND_WEIGHT));
        all.add(of(HALF_SPREAD_BPS, Dimension.Kind.REAL, ConfigOption.QUOTING_HALF_SPREAD));
        final InstrumentOption size = InstrumentOption.ORDER_SIZE;
        all.add(new Variable(ORDER_SIZE, Dimension.Kind.REAL, size.accepted(), size.why(), size::accepts));
        all.add(of(IMBALANCE_DEPTH, Dimension.Kind.WHOLE, ConfigOption.QUOTING_DEPTH));
        return List.copyOf(all);
    }

    private static Variable of(final TuningParam param) {
        return new Variable(
                param.key(),
                Dimension.Kind.REAL,
                "a number in " + param.range(),
                param.meaning(),
                text -> param.accepts(Double.parseDouble(text)));
    }

    private static Variable of(final String name, final Dimension.Kind kind, final ConfigOption option) {
        return new Variable(name, kind, option.accepted(), option.why(), option::accepts);
    }

    /**
     * Everything that can be varied.
     *
     * @return the tuning parameters by id, then the options of the wiring
     */
    public static List<Variable> known() {
        return ALL;
    }

    /**
     * The variable with a name.
     *
     * @param name name in the space file
     * @return the variable, null when nothing has that name
     */
    public static Variable of(final String name) {
        return ALL.stream()
                .filter(variable -> variable.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The table of variables as it stands in the guide.
     *
     * @return a table in Markdown
     */
    public static String markdown() {
        final StringBuilder table = new StringBuilder("| name | accepted | what it is |\n|---|---|---|\n");
        for (final Variable variable : ALL) {
            table.append("| `").append(variable.name).append("` | ");
            table.append(variable.accepted)
                    .append(" | ")
                    .append(variable.meaning)
                    .append(" |\n");
        }
        return table.toString();
    }
}
