package io.halfspread.app.capture;

import io.halfspread.codec.dump.EventKind;
import java.util.Set;

/**
 * What of a capture is printed.
 *
 * @param kinds      kinds, empty for all
 * @param from       first input sequence; outputs count as the input that caused them
 * @param to         last input sequence
 * @param instrument instrument index, -1 for all
 */
public record DumpFilter(Set<EventKind> kinds, long from, long to, int instrument) {
    /**
     * Whether a record is printed.
     *
     * @param templateId    its template
     * @param input         sequence of its input
     * @param ofInstrument  its instrument
     * @return true when it is
     */
    boolean accepts(final int templateId, final long input, final int ofInstrument) {
        return input >= from
                && input <= to
                && (instrument < 0 || instrument == ofInstrument)
                && (kinds.isEmpty() || kinds.contains(EventKind.of(templateId)));
    }
}
