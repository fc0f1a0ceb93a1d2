package io.halfspread.app.sweep;

import io.halfspread.app.sweep.judge.Judgement;
import io.halfspread.app.sweep.run.CandidateSession;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.tuning.TuningParam;
import io.halfspread.engine.tuning.TuningUpdate;
import java.util.ArrayList;
import java.util.List;

/** The winner as a tuning file: a whole set, and comments that say what it is from and what else the winner states. */
final class SuggestedParams {
    private SuggestedParams() {}

    static String text(
            final Judgement judgement,
            final SessionSettings opening,
            final TuningUpdate base,
            final String digest,
            final String files) {
        final Candidate winner = judgement.winner().candidate();
        final List<String> lines = new ArrayList<>();
        lines.add("Suggested by sweep: " + (winner.isBase() ? "the default" : "set " + winner.index()) + ", best by "
                + judgement.goal().objective().text() + " of "
                + judgement.sample().tried() + " on " + files + ".");
        lines.add(judgement.verdict().sentence());
        winner.values().forEach((name, value) -> {
            if (TuningParam.ofKey(name) == null) {
                lines.add("Not a tuning parameter, to be set in the configuration: " + name + " = "
                        + (value instanceof Double number ? JsonOutput.number(number) : value));
            }
        });
        lines.add("Digest of all outcomes: " + digest);
        final StringBuilder text = new StringBuilder();
        lines.forEach(
                line -> text.append("# ").append(line.replaceAll("\\R", " ")).append('\n'));
        return text.append(CandidateSession.of(opening, base, winner)
                        .params()
                        .values()
                        .toJson())
                .toString();
    }
}
