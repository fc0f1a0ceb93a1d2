package io.halfspread.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Puts results together and prints the table ({@code table OUT COMMIT PLAN LOAD [jmh=FILE].. [wire=FILE] [NAME=NUMBER]..}), or
 * compares two results ({@code compare BEFORE AFTER}). Exit code 0 when done, 1 when a comparison finds a regression, 2 for
 * what cannot be read.
 */
public final class BenchReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int BAD_INPUT = 2;
    private static final int FIRST_SOURCE = 5;

    private final PrintStream out;

    BenchReport(final PrintStream out) {
        this.out = out;
    }

    /**
     * Runs a command.
     *
     * @param arguments the command
     */
    public static void main(final String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(final PrintStream out, final PrintStream err, final String... arguments) {
        try {
            final BenchReport report = new BenchReport(out);
            if (arguments.length == 3 && arguments[0].equals("compare")) {
                return report.compare(read(Path.of(arguments[1])), read(Path.of(arguments[2])));
            }
            if (arguments.length >= FIRST_SOURCE && arguments[0].equals("table")) {
                report.table(arguments);
                return 0;
            }
            throw new IOException("accepted: table OUT COMMIT PLAN LOAD SOURCES.. or compare BEFORE AFTER");
        } catch (final IOException | IllegalArgumentException e) {
            err.println("bench: " + e.getMessage());
            return BAD_INPUT;
        }
    }

    private int compare(final JsonNode before, final JsonNode after) {
        final Comparison comparison = new Comparison(before, after);
        out.println("before  " + origin(before));
        out.println("after   " + origin(after));
        comparison.lines().forEach(out::println);
        out.println(comparison.regressions() == 0 ? "no regression" : comparison.regressions() + " regressions");
        return comparison.regressions() == 0 ? 0 : 1;
    }

    private void table(final String... arguments) throws IOException {
        final ObjectNode result = JSON.createObjectNode();
        final ObjectNode environment = result.putObject("environment");
        environment.setAll((ObjectNode) JSON.valueToTree(MachineFacts.now(arguments[2], arguments[3])));
        environment.put("loadAtStart", arguments[4]);
        final ObjectNode other = result.putObject("other");
        for (int i = FIRST_SOURCE; i < arguments.length; i++) {
            final int equals = arguments[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(arguments[i] + ": accepted: jmh=FILE, wire=FILE or NAME=NUMBER");
            }
            final String name = arguments[i].substring(0, equals);
            final String value = arguments[i].substring(equals + 1);
            switch (name) {
                case "jmh" -> result.withArray("jmh").addAll(JSON.convertValue(read(Path.of(value)), ArrayNode.class));
                case "wire" -> result.set("wire", read(Path.of(value)));
                default -> other.put(name, Double.parseDouble(value));
            }
        }
        final List<Row> rows = new GoalTable(result).rows();
        result.set("table", JSON.valueToTree(rows.stream().map(Row::json).toList()));
        JSON.writeValue(Path.of(arguments[1]).toFile(), result);
        print(result, rows);
    }

    private void print(final JsonNode result, final List<Row> rows) {
        out.println("bench: " + origin(result));
        final WireFigures wire = new WireFigures(result.path("wire"));
        wire.jitter("jitterOver10us")
                .ifPresent(gaps -> out.println(String.format(
                        Locale.ROOT,
                        "bench: the machine's own jitter, median round: %.0f gaps/s of 10 us, %.0f of 1 ms, longest %.1f us",
                        gaps,
                        wire.jitter("jitterOver1ms").orElse(0),
                        wire.jitter("jitterMax").orElse(0) / 1e3)));
        for (final Row row : rows) {
            out.println(String.format(
                    Locale.ROOT, "%-4s %-12s %s; against %s", row.id(), row.verdict(), row.path(), row.against()));
            for (final Check check : row.checks()) {
                out.println(
                        "       " + (check.isMeasured() ? check.isMet() ? "ok   " : "MISS " : "     ") + check.text());
            }
        }
    }

    private static String origin(final JsonNode result) {
        final JsonNode facts = result.path("environment");
        return "commit " + facts.path("commit").asText() + ", "
                + facts.path("plan").asText() + ", "
                + facts.path("jvm").asText() + ", " + facts.path("cores").asText() + " cores, "
                + facts.path("kernel").asText() + ", load "
                + facts.path("loadAtStart").asText() + " to "
                + facts.path("loadAtEnd").asText();
    }

    private static JsonNode read(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": no such file");
        }
        try {
            return JSON.readTree(file.toFile());
        } catch (final IOException e) {
            throw new IOException(
                    file + ": no JSON: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }
}
