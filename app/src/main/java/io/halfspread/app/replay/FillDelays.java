package io.halfspread.app.replay;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.replay.Latency;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Delays of the fill model "queue", as an option or the configuration states them.
 *
 * @param orders  from a command to the recorded market it meets, on the clock of the recording
 * @param answers by which acknowledgements and fills come later than market data of the same moment
 * @param text    both as they were written
 */
public record FillDelays(Latency orders, Latency answers, String text) {
    private static final String NONE = "none";
    private static final String FORM = "accepted: none, MS, MIN:MEDIAN:P99 in ms, or a file of one delay in ms a line;"
            + " after a comma the same for acknowledgements and fills";
    private static final Pattern MS = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,6})?");
    private static final long MAX_FILE_BYTES = 1 << 24;
    private static final int NS_PER_MS_DIGITS = 6;

    /**
     * No delays.
     *
     * @return both none
     */
    public static FillDelays none() {
        return new FillDelays(Latency.none(), Latency.none(), NONE);
    }

    /**
     * Reads delays.
     *
     * @param where what is read, as messages name it
     * @param text  one distribution for commands, or two: commands, answers
     * @return the delays
     * @throws Failure when the text or a file it names cannot be used
     */
    public static FillDelays of(final String where, final String text) {
        final String name = where + " " + text;
        final int comma = text.indexOf(',');
        final String orders = comma < 0 ? text : text.substring(0, comma);
        final String answers = comma < 0 ? NONE : text.substring(comma + 1);
        return new FillDelays(latency(name, orders.strip()), latency(name, answers.strip()), text);
    }

    /**
     * Delays of commands longer by so much.
     *
     * @param ms added, milliseconds, 0 or more
     * @return the delays
     * @throws Failure when a delay would be longer than accepted
     */
    public FillDelays plus(final BigDecimal ms) {
        if (ms.signum() == 0) {
            return this;
        }
        try {
            return new FillDelays(
                    orders.plus(ms.movePointRight(NS_PER_MS_DIGITS).longValueExact()),
                    answers,
                    text + " plus " + ms.toPlainString());
        } catch (final ArithmeticException | IllegalArgumentException e) {
            throw Failure.badInput(ms.toPlainString() + " ms added to " + text + ": delays are 0 to 3600000 ms");
        }
    }

    private static Latency latency(final String name, final String text) {
        try {
            if (text.equals(NONE)) {
                return Latency.none();
            }
            if (MS.matcher(text).matches()) {
                return Latency.fixed(ns(text));
            }
            final String[] parts = text.split(":", -1);
            if (parts.length == 3
                    && List.of(parts).stream().allMatch(part -> MS.matcher(part).matches())) {
                return Latency.quantiles(ns(parts[0]), ns(parts[1]), ns(parts[2]));
            }
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(name + ": delays are 0 to 3600000 ms, and MIN below MEDIAN below P99; " + FORM);
        }
        return measured(name, text);
    }

    private static Latency measured(final String name, final String text) {
        final Path file = text.isEmpty() || text.indexOf('\0') >= 0 ? null : Path.of(text);
        if (file == null || !Files.isRegularFile(file)) {
            throw Failure.badInput(name + ": '" + text + "' is neither a delay nor a file; " + FORM);
        }
        final List<String> lines;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw Failure.badInput(name + ": larger than 16 MiB; " + FORM);
            }
            lines = Files.readAllLines(file);
        } catch (final MalformedInputException e) {
            throw Failure.badInput(name + ": no text; " + FORM);
        } catch (final IOException e) {
            throw Failure.badInput(name + ": cannot be read: " + e.getMessage());
        }
        final long[] delays = new long[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            final String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                if (!MS.matcher(line).matches()) {
                    throw Failure.badInput(name + ": line " + (i + 1) + ": '" + line + "' is no delay in ms; " + FORM);
                }
                delays[count++] = ns(line);
            }
        }
        try {
            return Latency.measured(java.util.Arrays.copyOf(delays, count));
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(name + ": " + e.getMessage() + "; " + FORM);
        }
    }

    private static long ns(final String ms) {
        return new BigDecimal(ms).movePointRight(NS_PER_MS_DIGITS).longValueExact();
    }
}
