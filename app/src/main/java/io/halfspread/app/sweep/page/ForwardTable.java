package io.halfspread.app.sweep.page;

import io.halfspread.app.report.Html;
import io.halfspread.app.report.Words;
import io.halfspread.app.sweep.judge.WalkForward;
import java.util.List;

/** Choices made on the past, and what came after. */
final class ForwardTable {
    private final Html html;
    private final WalkForward forward;

    ForwardTable(final Html html, final WalkForward forward) {
        this.html = html;
        this.forward = forward;
    }

    void write() {
        html.text("h3", "Chosen before, judged after");
        if (forward.splits().isEmpty()) {
            html.text("p", "Too few blocks to split.");
            return;
        }
        html.table(
                "gain above the default, USD a block",
                List.of("split", "chosen", "on blocks", "gain before", "judged on blocks", "gain after"));
        for (int i = 0; i < forward.splits().size(); i++) {
            final WalkForward.Split split = forward.splits().get(i);
            html.row(List.of(
                    Integer.toString(i + 1),
                    Texts.set(split.chosen()),
                    Words.count(split.blocks()),
                    Words.signed(split.earlier(), 4),
                    Words.count(split.judged()),
                    Words.signed(split.later(), 4)));
        }
        html.endTable();
    }
}
