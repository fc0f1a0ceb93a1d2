package io.halfspread.app.soak;

import io.halfspread.codec.text.JsonOutput;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a soak came to. */
public final class SoakReport {
    private final FaultFigures figures = new FaultFigures();
    private final List<SoakResult> bad = new ArrayList<>();
    private int runs;
    private long fills;
    private long reviews;

    /** No run yet. */
    SoakReport() {}

    void add(final SoakResult result) {
        runs++;
        fills += result.fills();
        reviews += result.reviews();
        figures.add(result.faults());
        if (!result.violations().isEmpty()) {
            bad.add(result);
        }
    }

    /**
     * Whether every invariant held in every run.
     *
     * @return false when one did not
     */
    public boolean ok() {
        return bad.isEmpty();
    }

    /**
     * Runs made.
     *
     * @return the count
     */
    public int runs() {
        return runs;
    }

    /**
     * Faults by kind.
     *
     * @return their figures
     */
    public FaultFigures figures() {
        return figures;
    }

    /**
     * Runs in which an invariant did not hold.
     *
     * @return in order
     */
    public List<SoakResult> bad() {
        return List.copyOf(bad);
    }

    /**
     * Prints it.
     *
     * @param out  where
     * @param json as one JSON object, else as a table
     */
    public void print(final PrintStream out, final boolean json) {
        if (json) {
            out.println(JsonOutput.of(json()));
        } else {
            table(out);
        }
        out.flush();
    }

    private Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", ok());
        json.put("runs", runs);
        json.put("faults", figures.count());
        json.put("fills", fills);
        json.put("comparisons", reviews);
        json.put("by_kind", figures.rows().stream().map(FaultFigures.Row::json).toList());
        json.put(
                "violations",
                bad.stream()
                        .map(result -> Map.of(
                                "plan", result.plan(),
                                "seed", result.seed(),
                                "invariants", result.violations(),
                                "capture", result.capture().toString()))
                        .toList());
        return json;
    }

    private void table(final PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-16s %9s %9s %9s %9s %9s %9s%n",
                "fault",
                "injected",
                "detected",
                "safe",
                "p50 s",
                "p99 s",
                "max s");
        for (final FaultFigures.Row row : figures.rows()) {
            out.printf(
                    Locale.ROOT,
                    "%-16s %,9d %,9d %,9d %9.2f %9.2f %9.2f%n",
                    row.kind(),
                    row.injected(),
                    row.detected(),
                    row.safe(),
                    row.p50(),
                    row.p99(),
                    row.longest());
        }
        out.printf(
                Locale.ROOT,
                "%,d faults in %,d runs, %,d fills, %,d comparisons with the venue%n",
                figures.count(),
                runs,
                fills,
                reviews);
        for (final SoakResult result : bad) {
            for (final String line : result.violations()) {
                out.printf(
                        Locale.ROOT,
                        "VIOLATED  %s, seed %d: %s (%s)%n",
                        result.plan(),
                        result.seed(),
                        line,
                        result.capture());
            }
        }
        out.println(bad.isEmpty() ? "every invariant held" : bad.size() + " runs broke an invariant");
    }
}
