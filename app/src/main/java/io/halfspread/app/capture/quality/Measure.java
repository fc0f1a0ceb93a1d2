package io.halfspread.app.capture.quality;

import java.util.Locale;

/** What is graded, with the largest value that each grade allows; above the last it is {@link Grade#D}. */
public enum Measure {
    /** Time in gaps, of the time from first to last. */
    SILENT("of the time without data", 100, "%", 0.1, 1, 10),
    /** The longest gap. */
    LONGEST_GAP("longest gap", 1, " s", 10, 60, 600),
    /** Books and touches whose best bid is not below the best ask, of all. */
    CROSSED("of books and touches crossed", 100, "%", 0.001, 0.1, 1),
    /** Trades with an id that came before and books that came before, of all. */
    DUPLICATES("of trades and books twice", 100, "%", 0.01, 0.1, 1),
    /** Steps of the receive time against the venue's. */
    CLOCK_STEPS("clock steps an hour", 1, "", 6, 60, 600),
    /** Events that were received before the venue's time of them, of all: never worse than B, the order is right still. */
    EARLY("of events received before the venue's time", 100, "%", 0.01, 100, 100),
    /** Lines whose receive time was before that of the line before, of all. */
    BACKWARDS("of lines with a receive time that runs backwards", 100, "%", 1, 5, 25),
    /** Lines refused, of all. */
    REFUSED("of lines refused", 100, "%", 0.001, 0.1, 1),
    /** Files that end early or are damaged: no grade better than C. */
    DAMAGED_FILES("damaged files", 1, "", 0, 0, 5);

    private final String text;
    private final double scale;
    private final String unit;
    private final double mostOfA;
    private final double mostOfB;
    private final double mostOfC;

    Measure(
            final String text,
            final double scale,
            final String unit,
            final double mostOfA,
            final double mostOfB,
            final double mostOfC) {
        this.text = text;
        this.scale = scale;
        this.unit = unit;
        this.mostOfA = mostOfA;
        this.mostOfB = mostOfB;
        this.mostOfC = mostOfC;
    }

    /**
     * Grades a value.
     *
     * @param value share of one, seconds or a count, as the measure says
     * @return the grade
     */
    public Grade grade(final double value) {
        final double shown = value * scale;
        return shown <= mostOfA ? Grade.A : shown <= mostOfB ? Grade.B : shown <= mostOfC ? Grade.C : Grade.D;
    }

    /**
     * Says what a value is, and what would be better.
     *
     * @param value share of one, seconds or a count
     * @return a clause such as {@code 0.84 % of the time without data (A: 0.1 % at most)}
     */
    public String describe(final double value) {
        final Grade grade = grade(value);
        final String allowed = grade == Grade.A ? "" : " (A: " + shown(mostOfA) + " at most)";
        return scale == 100 ? shown(value * scale) + " " + text + allowed : text + " " + shown(value) + allowed;
    }

    /**
     * What is measured.
     *
     * @return a clause
     */
    public String text() {
        return text;
    }

    /**
     * The largest value of a grade.
     *
     * @param grade A, B or C
     * @return the value with its unit
     */
    public String most(final Grade grade) {
        return shown(grade == Grade.A ? mostOfA : grade == Grade.B ? mostOfB : mostOfC);
    }

    private String shown(final double value) {
        final String number = value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, value < 0.01 ? "%.2g" : value < 10 ? "%.2f" : "%.1f", value);
        return number + (unit.equals("%") ? " %" : unit);
    }
}
