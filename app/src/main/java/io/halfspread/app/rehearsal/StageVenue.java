package io.halfspread.app.rehearsal;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Answers a posted action as the venue would: every order of it rests, every cancel succeeded. Makes no objects. */
final class StageVenue {
    private static final String HEAD = "{\"channel\":\"post\",\"data\":{\"id\":";
    private static final String PAYLOAD =
            ",\"response\":{\"type\":\"action\",\"payload\":{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":[";
    private static final String RESTS = "{\"resting\":{\"oid\":";
    private static final String END = "]}}}}}}";
    private static final int ID_AT = "{\"method\":\"post\",\"id\":".length();
    /** An order is told from a cancel by its price: {@code "p":"}. */
    private static final int PRICE = 'p' << 8 | '"';

    private final UnsafeBuffer reply = new UnsafeBuffer(new byte[4096]);
    private int length;
    private long oid = 1;
    private long actions;

    /** Makes the answer to an action. */
    void onAction(final DirectBuffer buffer, final int offset, final int actionLength) {
        actions++;
        length = reply.putStringWithoutLengthAscii(0, HEAD);
        int at = offset + ID_AT;
        for (byte digit = buffer.getByte(at); digit >= '0' && digit <= '9'; digit = buffer.getByte(++at)) {
            reply.putByte(length++, digit);
        }
        put(PAYLOAD);
        boolean first = true;
        for (final int end = offset + actionLength - 3; at < end; at++) {
            if (buffer.getByte(at) == '"'
                    && (buffer.getByte(at + 1) << 8 | buffer.getByte(at + 2)) == PRICE
                    && buffer.getByte(at + 3) == ':') {
                put(first ? "" : ",");
                first = false;
                put(RESTS);
                length += reply.putNaturalLongAscii(length, oid++);
                put("}}");
            }
        }
        put(END);
    }

    private void put(final String text) {
        length += reply.putStringWithoutLengthAscii(length, text);
    }

    /** The answer made last. */
    DirectBuffer reply() {
        return reply;
    }

    /** Its bytes. */
    int length() {
        return length;
    }

    /** Actions answered. */
    long actions() {
        return actions;
    }
}
