package io.halfspread.bench.wire;

import java.nio.charset.StandardCharsets;

/**
 * What the venue reads of a posted action and what it answers: that every order of it rests, or that every cancel
 * succeeded. Reused; one thread.
 */
final class ActionMessage {
    private static final byte[] POST = ascii("{\"method\":\"post\",\"id\":");
    private static final byte[] PRICE = ascii("\"p\":\"");
    private static final byte[] CLOID = ascii("\"c\":\"");
    private static final byte[] CANCEL = ascii("\"type\":\"cancel");
    private static final byte[] SCHEDULE = ascii("\"type\":\"scheduleCancel\"");
    private static final byte[] NOOP = ascii("\"type\":\"noop\"");
    private static final byte[] CANCELLED = ascii("\"asset\":");
    private static final int CLOID_LENGTH = 34;

    private final byte[] reply = new byte[1 << 14];
    private int length;
    private double priceSum;
    private int prices;
    private boolean placesNothing;
    private long oid = 1;

    /**
     * Reads a message and makes the reply to it.
     *
     * @return false when it posts no action
     */
    boolean read(final byte[] text, final int textLength) {
        if (!startsWith(text, textLength)) {
            return false;
        }
        length = 0;
        prices = 0;
        priceSum = 0;
        put("{\"channel\":\"post\",\"data\":{\"id\":");
        int at = POST.length;
        while (text[at] >= '0' && text[at] <= '9') {
            reply[length++] = text[at++];
        }
        put(",\"response\":{\"type\":\"action\",\"payload\":{\"status\":\"ok\",\"response\":{\"type\":\"");
        final boolean plain = find(text, textLength, at, SCHEDULE) >= 0 || find(text, textLength, at, NOOP) >= 0;
        placesNothing = plain || find(text, textLength, at, CANCEL) >= 0;
        if (plain) {
            put("default\"}}}}}");
            return true;
        }
        if (placesNothing) {
            cancels(text, textLength, at);
        } else {
            orders(text, textLength, at);
        }
        put("]}}}}}}");
        return true;
    }

    /** Mean of the prices of the orders, 0 when there are none. */
    double meanPrice() {
        return prices == 0 ? 0 : priceSum / prices;
    }

    /** Whether it places no order, so that it answers no frame. */
    boolean placesNothing() {
        return placesNothing;
    }

    /** The reply. */
    byte[] reply() {
        return reply;
    }

    /** Bytes of the reply. */
    int replyLength() {
        return length;
    }

    private void cancels(final byte[] text, final int textLength, final int from) {
        put("cancel\",\"data\":{\"statuses\":[");
        boolean first = true;
        for (int at = find(text, textLength, from, CANCELLED);
                at >= 0;
                at = find(text, textLength, at + 1, CANCELLED)) {
            put(first ? "\"success\"" : ",\"success\"");
            first = false;
        }
    }

    private void orders(final byte[] text, final int textLength, final int from) {
        put("order\",\"data\":{\"statuses\":[");
        for (int at = find(text, textLength, from, PRICE); at >= 0; at = find(text, textLength, at + 1, PRICE)) {
            priceSum += price(text, at + PRICE.length);
            put(prices++ == 0 ? "{\"resting\":{\"oid\":" : ",{\"resting\":{\"oid\":");
            putNumber(oid++);
            final int cloid = find(text, textLength, at, CLOID);
            if (cloid >= 0) {
                put(",\"cloid\":\"");
                System.arraycopy(text, cloid + CLOID.length, reply, length, CLOID_LENGTH);
                length += CLOID_LENGTH;
                put("\"");
            }
            put("}}");
        }
    }

    private static double price(final byte[] text, final int from) {
        long digits = 0;
        long scale = 1;
        boolean fraction = false;
        for (int i = from; text[i] != '"'; i++) {
            if (text[i] == '.') {
                fraction = true;
            } else {
                digits = 10 * digits + text[i] - '0';
                scale *= fraction ? 10 : 1;
            }
        }
        return (double) digits / scale;
    }

    private static boolean startsWith(final byte[] text, final int textLength) {
        if (textLength < POST.length) {
            return false;
        }
        for (int i = 0; i < POST.length; i++) {
            if (text[i] != POST[i]) {
                return false;
            }
        }
        return true;
    }

    private static int find(final byte[] text, final int textLength, final int from, final byte[] wanted) {
        final int last = textLength - wanted.length;
        for (int at = from; at <= last; at++) {
            int same = 0;
            while (same < wanted.length && text[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private void put(final String text) {
        for (int i = 0; i < text.length(); i++) {
            reply[length++] = (byte) text.charAt(i);
        }
    }

    private void putNumber(final long value) {
        if (value >= 10) {
            putNumber(value / 10);
        }
        reply[length++] = (byte) ('0' + value % 10);
    }

    private static byte[] ascii(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
