package io.halfspread.app.report;

import io.halfspread.app.hjb.plot.Markup;
import java.util.List;
import java.util.Set;

/** HTML as it is being written: the few elements that a report is made of. For one thread. */
final class Html {
    /** Heads of columns that hold words. */
    private static final Set<String> TEXTS = Set.of("source", "sha256", "values; bold ones changed");

    private final StringBuilder out = new StringBuilder();

    /** Markup as it is. */
    Html raw(final String markup) {
        out.append(markup);
        return this;
    }

    /** An element that holds text. */
    Html text(final String element, final String words) {
        return raw("<" + element + ">").words(words).raw("</" + element + ">\n");
    }

    /** Text. */
    Html words(final String words) {
        out.append(Markup.escaped(words));
        return this;
    }

    /** A figure in a box; the sign of its number may colour it. */
    Html tile(final String name, final String value, final int sign) {
        return raw("<div class=\"tile\"><b" + (sign > 0 ? " class=\"good\"" : sign < 0 ? " class=\"bad\"" : "") + ">")
                .words(value)
                .raw("</b><span>")
                .words(name)
                .raw("</span></div>\n");
    }

    /** Begins a table; it scrolls by itself where it is wider than the page. */
    Html table(final String caption, final List<String> heads) {
        raw("<div class=\"wide\"><table>");
        if (!caption.isEmpty()) {
            text("caption", caption);
        }
        raw("<thead><tr>");
        heads.forEach(head -> raw(TEXTS.contains(head) ? "<th scope=\"col\" class=\"text\">" : "<th scope=\"col\">")
                .words(head)
                .raw("</th>"));
        return raw("</tr></thead><tbody>\n");
    }

    /** A row of texts. */
    Html row(final List<String> cells) {
        raw("<tr>");
        cells.forEach(cell -> raw("<td>").words(cell).raw("</td>"));
        return raw("</tr>\n");
    }

    Html endTable() {
        return raw("</tbody></table></div>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
