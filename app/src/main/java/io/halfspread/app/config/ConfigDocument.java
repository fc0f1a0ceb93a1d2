package io.halfspread.app.config;

/** The tables of docs/configuration.md, from the one table of options. Cold. */
public final class ConfigDocument {
    private ConfigDocument() {}

    /**
     * Options of the whole session.
     *
     * @return Markdown
     */
    public static String options() {
        final StringBuilder text =
                new StringBuilder("| option | default | unit | accepted | what it decides |\n|---|--:|---|---|---|\n");
        for (final ConfigOption option : ConfigOption.values()) {
            row(text, option.path(), option.defaultText(), option.unit(), option.accepted(), option.why());
        }
        return text.toString();
    }

    /**
     * Options of an instrument.
     *
     * @return Markdown
     */
    public static String instruments() {
        final StringBuilder text =
                new StringBuilder("| option | default | unit | accepted | what it decides |\n|---|--:|---|---|---|\n");
        for (final InstrumentOption option : InstrumentOption.values()) {
            final String standard = option.required() ? "must be stated" : option.defaultText();
            row(
                    text,
                    option.key(),
                    standard == null ? "the session's" : standard,
                    option.unit(),
                    option.accepted(),
                    option.why());
        }
        return text.toString();
    }

    private static void row(
            final StringBuilder text,
            final String name,
            final String standard,
            final String unit,
            final String accepted,
            final String why) {
        text.append("| `").append(name);
        text.append("` | ").append(standard);
        text.append(" | ").append(unit);
        text.append(" | ").append(accepted);
        text.append(" | ").append(why).append(" |\n");
    }
}
