package io.halfspread.app.hjb.plot;

import java.util.Locale;

/** One SVG document as it is being drawn; lengths in pixels from the upper left corner. For one thread. */
final class SvgPage {
    private final StringBuilder text = new StringBuilder();

    SvgPage(final int width, final int height, final String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n",
                width, height, width, height);
        add("<title>%s</title>%n", Markup.escaped(title));
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", width, height);
    }

    /** A filled rectangle that shows a note when pointed at. */
    void cell(
            final double x,
            final double y,
            final double width,
            final double height,
            final String fill,
            final String note) {
        add(
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"><title>%s</title></rect>%n",
                x, y, width, height, fill, Markup.escaped(note));
    }

    void frame(final double x, final double y, final double width, final double height) {
        add(
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"none\" stroke=\"#333333\"/>%n",
                x, y, width, height);
    }

    void line(
            final double x1,
            final double y1,
            final double x2,
            final double y2,
            final String colour,
            final boolean dashed) {
        add(
                "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\" stroke-width=\"1.5\"%s/>%n",
                x1, y1, x2, y2, colour, dashed ? " stroke-dasharray=\"5 4\"" : "");
    }

    void dot(final double x, final double y, final double radius, final String colour, final String note) {
        add(
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"%s\"><title>%s</title></circle>%n",
                x, y, radius, colour, Markup.escaped(note));
    }

    void ring(final double x, final double y, final double radius, final String note) {
        add(
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"4\"/>%n",
                x, y, radius);
        add(
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"none\" stroke=\"#d62728\" stroke-width=\"2\">"
                        + "<title>%s</title></circle>%n",
                x, y, radius, Markup.escaped(note));
    }

    /** Text whose anchor is start, middle or end. */
    void text(final double x, final double y, final String anchor, final String words) {
        add("<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, Markup.escaped(words));
    }

    void heading(final double x, final double y, final String words) {
        add(
                "<text x=\"%.2f\" y=\"%.2f\" font-size=\"15\" font-weight=\"bold\">%s</text>%n",
                x, y, Markup.escaped(words));
    }

    String finished() {
        return text + "</svg>\n";
    }

    private void add(final String format, final Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
