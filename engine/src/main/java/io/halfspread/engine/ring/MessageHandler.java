package io.halfspread.engine.ring;

import io.halfspread.codec.contract.HotPath;
import org.agrona.DirectBuffer;

/** Receives SBE messages in ring order. Called on the thread that polls. */
@FunctionalInterface
@HotPath
public interface MessageHandler {
    /**
     * Handles one message. The buffer is only valid during the call.
     *
     * @param buffer   holds the message
     * @param offset   index of the message header
     * @param length   bytes of the message, header included
     * @param sequence ring sequence of the message
     */
    void onMessage(DirectBuffer buffer, int offset, int length, long sequence);
}
