package io.halfspread.gateway.session;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;

/**
 * One stream of one coin.
 *
 * @param stream     which stream
 * @param coin       venue name, empty for a stream of all coins
 * @param instrument index of the coin, 0 for a stream of all coins
 */
public record Subscription(MarketStream stream, String coin, int instrument) {
    /**
     * The request as the venue takes it.
     *
     * @return one text message
     */
    public String request() {
        return "{\"method\":\"subscribe\",\"subscription\":{\"type\":" + JsonOutput.quoted(type())
                + (coin.isEmpty() ? "" : ",\"coin\":" + JsonOutput.quoted(coin))
                + (stream == MarketStream.FAST_L2_BOOK ? ",\"fast\":true" : "") + "}}";
    }

    /** Whether the venue's echo is of this subscription; it may have more members than were sent. */
    boolean isEchoedBy(final JsonNode echo) {
        return type().equals(text(echo, "type"))
                && (coin.isEmpty() || coin.equals(text(echo, "coin")))
                && (stream != MarketStream.FAST_L2_BOOK || "true".equals(text(echo, "fast")));
    }

    /**
     * For people.
     *
     * @return stream and coin
     */
    @Override
    public String toString() {
        return coin.isEmpty() ? stream.text() : stream.text() + " " + coin;
    }

    private String type() {
        return stream == MarketStream.FAST_L2_BOOK ? MarketStream.L2_BOOK.text() : stream.text();
    }

    private static String text(final JsonNode object, final String member) {
        final JsonNode value = object.member(member);
        return value == null ? "" : value.text();
    }
}
