package io.halfspread.gateway.ingress;

import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;

/** Sees every text frame that was taken, before it is decoded, on the ring writer's thread. */
@HotPath
@FunctionalInterface
public interface FrameTap {
    /** Looks at nothing. */
    FrameTap NONE = (ingestNs, buffer, offset, length) -> {};

    /**
     * A frame.
     *
     * @param ingestNs receive time of its events, ns since the epoch
     * @param buffer   holds it during this call only
     * @param offset   its first byte
     * @param length   its bytes
     */
    void onFrame(long ingestNs, DirectBuffer buffer, int offset, int length);
}
