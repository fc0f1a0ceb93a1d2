package io.halfspread.engine.capture;

import java.util.List;

/**
 * What a capture says of the session it holds.
 *
 * @param build             version of the program that writes it
 * @param kind              kind of session
 * @param contentId         session id; of imported frames the id derived from their content
 * @param configurationHash hash of the wiring configuration, empty when there is none
 * @param source            where the events come from: base names or a venue name, never a path
 * @param instruments       venue names by instrument index; may still be empty when instruments are found on the way
 */
public record CaptureIdentity(
        String build,
        CaptureKind kind,
        long contentId,
        String configurationHash,
        String source,
        List<String> instruments) {
    /** Copies the instruments. */
    public CaptureIdentity {
        instruments = List.copyOf(instruments);
    }

    /**
     * The same with other instruments.
     *
     * @param names venue names by instrument index
     * @return the new identity
     */
    public CaptureIdentity withInstruments(final List<String> names) {
        return new CaptureIdentity(build, kind, contentId, configurationHash, source, names);
    }
}
