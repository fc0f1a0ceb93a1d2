package io.halfspread.gateway.tuning;

import io.halfspread.engine.tuning.TuningParam;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Random tuning files: valid ones in every way of writing, and single faults. */
final class RandomTuning {
    private static final String[] GAPS = {" ", "\n", "\t", " # it's a \"comment\", {\n", " // 0.5\r\n", ""};

    private RandomTuning() {}

    static String text(final SplittableRandom random, final Map<TuningParam, Double> expected) {
        final List<String> lines = lines(random, expected);
        return gap(random) + "{" + gap(random) + String.join("," + gap(random), lines) + gap(random) + "}"
                + gap(random);
    }

    static List<String> lines(final SplittableRandom random, final Map<TuningParam, Double> expected) {
        final List<String> lines = new ArrayList<>();
        for (final TuningParam param : TuningParam.values()) {
            if (random.nextInt(3) > 0) {
                final String number = number(random, param);
                expected.put(param, Double.parseDouble(number));
                lines.add(
                        random.nextInt(lines.size() + 1),
                        "\"" + param.key() + "\"" + gap(random) + ":" + gap(random) + number);
            }
        }
        return lines;
    }

    private static String number(final SplittableRandom random, final TuningParam param) {
        final double value = switch (random.nextInt(4)) {
            case 0 -> param.max();
            case 1 -> param.minIncluded() ? param.min() : Double.MIN_VALUE;
            case 2 -> Math.rint(param.max() * random.nextDouble()) + (param.minIncluded() ? 0 : 1e-3);
            default -> param.max() * (1 - random.nextDouble());
        };
        final double within = Math.min(value, param.max());
        return switch (random.nextInt(3)) {
            case 0 -> new BigDecimal(within).toPlainString();
            case 1 -> new BigDecimal(within).toString().replace("E+", "e");
            default -> within == Math.rint(within) ? Long.toString((long) within) : Double.toString(within);
        };
    }

    static String badValue(final SplittableRandom random, final TuningParam param) {
        final String[] bad = {
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "-1e400",
            "null",
            "true",
            "false",
            "\"0.5\"",
            "[]",
            "{}",
            ".1",
            "0x1",
            "+1",
            "1_0",
            "01",
            Double.toString(Math.nextUp(param.max())),
            "-1e-300",
            param.minIncluded() ? "-4.9e-324" : "0",
            "1e9",
        };
        return bad[random.nextInt(bad.length)];
    }

    private static String gap(final SplittableRandom random) {
        return GAPS[random.nextInt(GAPS.length)];
    }
}
