package io.halfspread.app.report;

import io.halfspread.app.hjb.plot.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** HTML as it is being written: the few elements that a report is made of. For one thread. */
public final class Html {
    /** Heads of columns that hold words. */
    private static final Set<String> TEXTS =
            Set.of("source", "sha256", "values; bold ones changed", "why", "cause", "what", "parameter", "figure");

    private final StringBuilder out = new StringBuilder();

    /** Nothing written yet. */
    public Html() {}

    /**
     * Begins a page that needs no other file.
     *
     * @param title its title
     * @return a page whose body is open
     */
    public static Html page(final String title) {
        return new Html()
                .raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .text("title", title)
                .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n");
    }

    /**
     * Ends a page.
     *
     * @param footer markup of its last line
     * @return the whole page
     */
    public String endPage(final String footer) {
        return raw("<footer>" + footer + "</footer>\n</body>\n</html>\n").toString();
    }

    /**
     * Markup as it is.
     *
     * @param markup written unchanged
     * @return this
     */
    public Html raw(final String markup) {
        out.append(markup);
        return this;
    }

    /**
     * An element that holds text.
     *
     * @param element its name
     * @param words   its text
     * @return this
     */
    public Html text(final String element, final String words) {
        return raw("<" + element + ">").words(words).raw("</" + element + ">\n");
    }

    /**
     * Text.
     *
     * @param words written so that none of it is markup
     * @return this
     */
    public Html words(final String words) {
        out.append(Markup.escaped(words));
        return this;
    }

    /**
     * A figure in a box; the sign of its number may colour it.
     *
     * @param name  what it is
     * @param value the figure
     * @param sign  above 0 good, below 0 bad, 0 neither
     * @return this
     */
    public Html tile(final String name, final String value, final int sign) {
        return raw("<div class=\"tile\"><b" + (sign > 0 ? " class=\"good\"" : sign < 0 ? " class=\"bad\"" : "") + ">")
                .words(value)
                .raw("</b><span>")
                .words(name)
                .raw("</span></div>\n");
    }

    /**
     * Begins a table; it scrolls by itself where it is wider than the page.
     *
     * @param caption its caption, or nothing
     * @param heads   names of the columns
     * @return this
     */
    public Html table(final String caption, final List<String> heads) {
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

    /**
     * A row of texts.
     *
     * @param cells one for each column
     * @return this
     */
    public Html row(final List<String> cells) {
        raw("<tr>");
        cells.forEach(cell -> raw("<td>").words(cell).raw("</td>"));
        return raw("</tr>\n");
    }

    /**
     * Ends a table.
     *
     * @return this
     */
    public Html endTable() {
        return raw("</tbody></table></div>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static String style() {
        try (InputStream css = Html.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
