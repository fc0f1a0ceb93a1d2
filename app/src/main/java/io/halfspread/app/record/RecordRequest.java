package io.halfspread.app.record;

import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.session.MarketStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A recording as a person asked for it.
 *
 * @param address      the venue's WebSocket
 * @param source       name of the venue for the manifest, no path
 * @param coins        venue names by instrument index
 * @param streams      what to subscribe to
 * @param folder       capture to make, a new or empty folder
 * @param segmentBytes bytes of a segment of the capture
 * @param seconds      how long, 0 until interrupted
 */
public record RecordRequest(
        WebSocketAddress address,
        String source,
        List<String> coins,
        Set<MarketStream> streams,
        Path folder,
        int segmentBytes,
        double seconds) {
    /** Name of the file of raw frames within the capture's folder. */
    public static final String FRAMES = "frames.gz";
}
