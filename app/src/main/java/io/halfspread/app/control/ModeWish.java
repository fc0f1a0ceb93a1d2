package io.halfspread.app.control;

import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.text.JsonDocument;
import io.halfspread.codec.text.JsonMember;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.codec.text.StrictJson;
import io.halfspread.codec.text.TextError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trading mode that somebody asks for.
 *
 * @param mode      mode asked for
 * @param leaveKill whether it says that it leaves kill
 * @param why       reason for people, may be empty
 */
public record ModeWish(TradingMode mode, boolean leaveKill, String why) {
    /** Names of the modes as people write them. */
    public static final List<String> NAMES = List.of("run", "reduce", "pause", "kill");

    /**
     * The mode of a name.
     *
     * @param name as people write it, in any case
     * @return the mode
     * @throws IllegalArgumentException when there is no such mode
     */
    public static TradingMode modeOf(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        if (!NAMES.contains(lower)) {
            throw new IllegalArgumentException("mode " + name + ": accepted: " + String.join(", ", NAMES));
        }
        return TradingMode.valueOf(lower.toUpperCase(Locale.ROOT));
    }

    /**
     * Name of a mode as people write it.
     *
     * @param mode the mode
     * @return lower case
     */
    public static String nameOf(final TradingMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a wish from JSON.
     *
     * @param text one object: mode, and if wished why and leave_kill
     * @return the wish
     * @throws IllegalArgumentException when it is anything else; the message says what is accepted
     */
    public static ModeWish parse(final String text) {
        final JsonDocument document = StrictJson.parse(text, false);
        if (!document.errors().isEmpty()) {
            final TextError first = document.errors().get(0);
            throw new IllegalArgumentException(
                    "line " + first.line() + ", column " + first.column() + ": " + first.message());
        }
        TradingMode mode = null;
        boolean leaveKill = false;
        String why = "";
        for (final JsonMember member : document.root().members()) {
            switch (member.key()) {
                case "mode" -> mode = modeOf(member.value().text());
                case "why" -> why = member.value().text();
                case "leave_kill" -> leaveKill = flag(member.value().text());
                default ->
                    throw new IllegalArgumentException("member " + member.key() + ": accepted: mode, why, leave_kill");
            }
        }
        if (mode == null) {
            throw new IllegalArgumentException("member mode is missing: accepted: " + String.join(", ", NAMES));
        }
        return new ModeWish(mode, leaveKill, why);
    }

    private static boolean flag(final String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("leave_kill " + text + ": accepted: true, false");
        }
        return text.equals("true");
    }

    /**
     * The wish as the JSON that {@link #parse} reads.
     *
     * @return one line
     */
    public String json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("mode", nameOf(mode));
        json.put("why", why);
        json.put("leave_kill", leaveKill);
        return JsonOutput.of(json);
    }
}
