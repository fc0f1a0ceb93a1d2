package io.halfspread.gateway.ingress;

import io.halfspread.engine.ring.MessageHandler;
import org.agrona.DirectBuffer;

/** Counts messages and allocates nothing. */
final class CountingHandler implements MessageHandler {
    long messages;

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        messages++;
    }
}
