package io.halfspread.app.hjb.plot;

/** Text within markup. */
public final class Markup {
    private Markup() {}

    /**
     * Makes text safe within elements and quoted attributes.
     *
     * @param words any text
     * @return the same for a reader of HTML or SVG
     */
    public static String escaped(final String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
