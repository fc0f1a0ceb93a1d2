package io.halfspread.app.live;

import io.halfspread.codec.text.JsonOutput;
import java.io.PrintStream;
import java.util.List;

/** What a session came to, ready to be printed. */
public final class SessionReport {
    private final SessionSummary summary;
    private final boolean captureStopped;

    SessionReport(final SessionSummary summary, final boolean captureStopped) {
        this.summary = summary;
        this.captureStopped = captureStopped;
    }

    /**
     * Prints it.
     *
     * @param out  where
     * @param json as one JSON object, else as a table
     */
    public void print(final PrintStream out, final boolean json) {
        if (json) {
            out.println(JsonOutput.of(summary.json()));
        } else {
            new SummaryTable(out).print(summary);
        }
        out.flush();
    }

    /**
     * Whether the replay gave the same, as far as it was asked for.
     *
     * @return false when a replay differs
     */
    public boolean ok() {
        return !Boolean.FALSE.equals(summary.verified());
    }

    /**
     * What is not as it should be.
     *
     * @return lines for people
     */
    public List<String> notes() {
        return summary.notes();
    }

    /**
     * Whether it ended because its capture lost records.
     *
     * @return false when a person or the time ended it
     */
    public boolean captureStopped() {
        return captureStopped;
    }

    /**
     * How the venue's figures of the session differ from ours, to the last digit.
     *
     * @return one line, or empty when they agree
     */
    public String difference() {
        return summary.difference();
    }
}
