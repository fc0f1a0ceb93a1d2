package io.halfspread.gateway.session;

import io.halfspread.codec.text.JsonNode;
import io.halfspread.codec.text.JsonOutput;

/**
 * One stream of one coin, of all coins, or of an account.
 *
 * @param stream     which stream
 * @param coin       venue name, empty for a stream that is not of one coin
 * @param instrument index of the coin, 0 for a stream that is not of one coin
 * @param user       address of the account, empty for a stream of the market
 */
public record Subscription(MarketStream stream, String coin, int instrument, String user) {
    /**
     * One stream of the market.
     *
     * @param stream     which stream
     * @param coin       venue name, empty for a stream of all coins
     * @param instrument index of the coin, 0 for a stream of all coins
     */
    public Subscription(final MarketStream stream, final String coin, final int instrument) {
        this(stream, coin, instrument, "");
    }

    /**
     * The request as the venue takes it.
     *
     * @return one text message
     */
    public String request() {
        return "{\"method\":\"subscribe\",\"subscription\":{\"type\":" + JsonOutput.quoted(type())
                + (coin.isEmpty() ? "" : ",\"coin\":" + JsonOutput.quoted(coin))
                + (user.isEmpty() ? "" : ",\"user\":" + JsonOutput.quoted(user))
                + (stream == MarketStream.FAST_L2_BOOK ? ",\"fast\":true" : "") + "}}";
    }

    /** Whether the venue's echo is of this subscription; it may have more members than were sent. */
    boolean isEchoedBy(final JsonNode echo) {
        return type().equals(text(echo, "type"))
                && (coin.isEmpty() || coin.equals(text(echo, "coin")))
                && (user.isEmpty() || user.equalsIgnoreCase(text(echo, "user")))
                && (stream != MarketStream.FAST_L2_BOOK || "true".equals(text(echo, "fast")));
    }

    /** Whether a text of the venue can be about this subscription: it shows what was asked for. */
    boolean isNamedIn(final String text) {
        return names(text, type())
                && (coin.isEmpty() || names(text, coin))
                && (stream != MarketStream.FAST_L2_BOOK || text.contains("fast"));
    }

    private static boolean names(final String text, final String name) {
        return text.contains("\"" + name + "\"") || text.contains("\\\"" + name + "\\\"");
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
