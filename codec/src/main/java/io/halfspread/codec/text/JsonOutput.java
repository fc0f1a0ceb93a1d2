package io.halfspread.codec.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;

/**
 * The JSON that commands print: one line, ASCII only (whatever the terminal's encoding), members in the order of the map,
 * the same text on every JVM and locale.
 *
 * <p>Maps, iterables, arrays of double or long, text, numbers, booleans, enums and null are written. A double is the
 * shortest decimal that reads back as itself; NaN and the infinities, which JSON lacks, become null. Chronicle Wire's
 * writer does not serve: it puts numbers with an exponent in quotes. Cold code, usable from any thread.
 */
public final class JsonOutput {
    private static final double PLAIN_FROM = 1e-7;
    private static final double PLAIN_BELOW = 1e21;

    private JsonOutput() {}

    /**
     * Writes an object.
     *
     * @param members values by key
     * @return one line of JSON
     * @throws IllegalArgumentException for a value of another type than those named above
     */
    public static String of(final Map<String, ?> members) {
        final StringBuilder out = new StringBuilder();
        object(out, members);
        return out.toString();
    }

    /**
     * Writes a text as a JSON string.
     *
     * @param text the text
     * @return the text in double quotes, escaped
     */
    public static String quoted(final String text) {
        final StringBuilder out = new StringBuilder(text.length() + 2);
        string(out, text);
        return out.toString();
    }

    /**
     * Writes a double as the shortest decimal that reads back as itself.
     *
     * @param value any double
     * @return a JSON number with a fraction or an exponent, or null
     */
    public static String number(final double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "null";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        final BigDecimal shortest = shortest(value).stripTrailingZeros();
        final double size = Math.abs(value);
        if (size < PLAIN_FROM || size >= PLAIN_BELOW) {
            final String digits = shortest.unscaledValue().abs().toString();
            final int exponent = digits.length() - 1 - shortest.scale();
            return (value < 0 ? "-" : "") + digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0")
                    + "E" + exponent;
        }
        return (shortest.scale() < 1 ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest).toPlainString();
    }

    private static BigDecimal shortest(final double value) {
        final BigDecimal exact = new BigDecimal(value);
        final int from = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15;
        for (int digits = from; digits < 17; digits++) {
            final BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
    }

    private static void value(final StringBuilder out, final Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof CharSequence || value instanceof Enum || value instanceof Character) {
            string(out, value.toString());
        } else if (value instanceof Double || value instanceof Float) {
            out.append(number(((Number) value).doubleValue()));
        } else if (value instanceof Number) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            object(out, map);
        } else if (value instanceof Iterable<?> elements) {
            array(out, elements);
        } else if (value instanceof double[] elements) {
            array(out, Arrays.stream(elements).boxed().toList());
        } else if (value instanceof long[] elements) {
            array(out, Arrays.stream(elements).boxed().toList());
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form");
        }
    }

    private static void object(final StringBuilder out, final Map<?, ?> members) {
        out.append('{');
        String separator = "";
        for (final Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            string(out, String.valueOf(member.getKey()));
            out.append(':');
            value(out, member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static void array(final StringBuilder out, final Iterable<?> elements) {
        out.append('[');
        String separator = "";
        for (final Object element : elements) {
            out.append(separator);
            value(out, element);
            separator = ",";
        }
        out.append(']');
    }

    private static void string(final StringBuilder out, final String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            final int which = "\"\\\b\f\n\r\t".indexOf(c);
            if (which >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(which));
            } else if (c < ' ' || c >= 0x7F) {
                out.append("\\u")
                        .append(hex(c >> 12))
                        .append(hex(c >> 8))
                        .append(hex(c >> 4))
                        .append(hex(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static char hex(final int nibble) {
        return "0123456789abcdef".charAt(nibble & 0xF);
    }
}
