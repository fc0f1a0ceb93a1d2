package io.halfspread.app.console;

import java.util.Map;

/** Colours on a terminal, and nothing at all elsewhere. Immutable. */
public final class Ink {
    private static final String END = "\u001b[0m";

    private final boolean terminal;
    private final boolean colours;

    private Ink(final boolean terminal, final boolean colours) {
        this.terminal = terminal;
        this.colours = colours;
    }

    /**
     * Ink for what this process prints as results.
     *
     * @return colours when that is a terminal and the environment does not forbid them
     */
    public static Ink ofProcess() {
        return of(Terminal.isTerminal(Terminal.OUT), System.getenv());
    }

    /**
     * Ink by what is known of the place.
     *
     * @param terminal    whether it is a terminal
     * @param environment NO_COLOR (not empty) and TERM=dumb forbid colours
     * @return the ink
     */
    public static Ink of(final boolean terminal, final Map<String, String> environment) {
        return new Ink(
                terminal,
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb"));
    }

    /**
     * Whether a person sees it.
     *
     * @return true on a terminal, with colours or without
     */
    public boolean isTerminal() {
        return terminal;
    }

    /**
     * What matters most.
     *
     * @param text a text
     * @return the text, bold where there are colours
     */
    public String strong(final String text) {
        return colours ? "\u001b[1m" + text + END : text;
    }

    /**
     * What only explains.
     *
     * @param text a text
     * @return the text, faint where there are colours
     */
    public String faint(final String text) {
        return colours ? "\u001b[2m" + text + END : text;
    }

    /**
     * What somebody should look into.
     *
     * @param text a text
     * @return the text, red where there are colours
     */
    public String alarm(final String text) {
        return colours ? "\u001b[31m" + text + END : text;
    }
}
