package io.halfspread.app.live;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.engine.replay.FillModel;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.gateway.rest.AssetMeta;
import java.nio.file.Path;
import java.util.List;

/**
 * A session as a person asked for it.
 *
 * @param mode      who answers orders
 * @param config    wiring
 * @param access    the venue: address, and for a session that trades key and account
 * @param assets    instruments at the venue by index
 * @param source    name of the venue for the manifest, no path
 * @param settings  what the session is opened with
 * @param sessionId high half of every order id, not 0
 * @param seed      of waits and masks: another one for every process
 * @param fills     answers the orders of a paper session; null otherwise
 * @param folder    capture to make, a new or empty folder
 * @param build     version of this program, for the manifest
 * @param control   folder by which it is steered; null where nobody does
 */
record SessionPlan(
        SessionMode mode,
        HalfspreadConfig config,
        VenueAccess access,
        List<AssetMeta> assets,
        String source,
        SessionSettings settings,
        long sessionId,
        long seed,
        FillModel fills,
        Path folder,
        String build,
        SessionControl control) {
    /** Coins by instrument index. */
    List<String> coins() {
        return settings.instruments().stream().map(Instrument::coin).toList();
    }
}
