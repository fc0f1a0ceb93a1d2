package io.halfspread.bench.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.halfspread.sim.SessionPlan;
import io.halfspread.sim.SyntheticSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The venue's frames, taken from a synthetic session: books of 20 levels a side whose levels, sizes and counts are the
 * session's and whose touch climbs and falls by steps, each of which moves both quotes; and what is sent between them, which
 * moves nothing: touches, five-level books, contexts.
 */
final class FrameDeck {
    /** Coin of all frames. */
    static final String COIN = "HYPE";

    /** Prices that the touch takes. */
    static final int LEVELS = 5;

    /** Distance of two prices: more than twice what is tolerated before a quote is moved, 4.5 bps. */
    private static final BigDecimal STEP = new BigDecimal("0.018");

    private static final BigDecimal LOW_BID = new BigDecimal("39.991");
    private static final BigDecimal TICK = new BigDecimal("0.001");
    private static final int SECONDS = 25;
    private static final int SZ_DECIMALS = 2;
    private static final int BOOKS = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<List<ServerFrame>> books = perLevel();
    private final List<List<ServerFrame>> fastBooks = perLevel();
    private final List<List<ServerFrame>> touches = perLevel();
    private final List<ServerFrame> contexts = new ArrayList<>();

    /** Makes the frames. */
    FrameDeck() {
        for (final JsonNode frame : session()) {
            final String channel = frame.path("channel").asText();
            if (channel.equals("activeAssetCtx")) {
                contexts.add(ServerFrame.of(context(frame)));
            } else if (channel.equals("l2Book")
                    && !frame.path("data").path("fast").asBoolean()) {
                add(frame);
            }
        }
    }

    private static List<List<ServerFrame>> perLevel() {
        return Stream.generate(() -> (List<ServerFrame>) new ArrayList<ServerFrame>())
                .limit(LEVELS)
                .toList();
    }

    /** Level that follows another in the n-th frame: up to the highest, down to the lowest. */
    static int level(final int number) {
        final int place = Math.floorMod(number, 2 * (LEVELS - 1));
        return place < LEVELS ? place : 2 * (LEVELS - 1) - place;
    }

    /** A book of 20 levels a side. */
    ServerFrame book(final int level, final int number) {
        return next(books.get(level), number);
    }

    /** A book of five levels a side, the touch as in the books of that level. */
    ServerFrame fastBook(final int level, final int number) {
        return next(fastBooks.get(level), number);
    }

    /** Best bid and offer as in the books of that level. */
    ServerFrame touch(final int level, final int number) {
        return next(touches.get(level), number);
    }

    /** Mark, oracle and funding. */
    ServerFrame context(final int number) {
        return next(contexts, number);
    }

    /** Level whose mean of best bid and offer is nearest to a price. */
    static int nearest(final double price) {
        final double above = price - LOW_BID.doubleValue() - TICK.doubleValue() / 2;
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.round(above / STEP.doubleValue())));
    }

    private static ServerFrame next(final List<ServerFrame> frames, final int number) {
        return frames.get(number % frames.size());
    }

    private void add(final JsonNode frame) {
        if (books.get(0).size() == BOOKS
                || frame.at("/data/levels/0").size() < 20
                || frame.at("/data/levels/1").size() < 20) {
            return;
        }
        for (int level = 0; level < LEVELS; level++) {
            final ObjectNode moved = moved(frame.deepCopy(), LOW_BID.add(STEP.multiply(BigDecimal.valueOf(level))));
            books.get(level).add(ServerFrame.of(moved.toString()));
            touches.get(level).add(ServerFrame.of(touch(moved)));
            fastBooks.get(level).add(ServerFrame.of(fast(moved)));
        }
    }

    /** Both sides moved so that the touch is one tick wide at the given bid; distances within a side stay. */
    private static ObjectNode moved(final ObjectNode frame, final BigDecimal bid) {
        move((ArrayNode) frame.at("/data/levels/0"), bid);
        move((ArrayNode) frame.at("/data/levels/1"), bid.add(TICK));
        return frame;
    }

    private static void move(final ArrayNode side, final BigDecimal touch) {
        final BigDecimal by =
                touch.subtract(new BigDecimal(side.path(0).path("px").asText()));
        for (final JsonNode level : side) {
            final BigDecimal px = new BigDecimal(level.path("px").asText()).add(by);
            ((ObjectNode) level).put("px", text(px));
        }
    }

    private static String text(final BigDecimal px) {
        final BigDecimal plain = px.stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1).toPlainString() : plain.toPlainString();
    }

    private static String touch(final ObjectNode book) {
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + COIN + "\",\"time\":"
                + book.at("/data/time").asText() + ",\"bbo\":[" + book.at("/data/levels/0/0") + ","
                + book.at("/data/levels/1/0") + "]}}";
    }

    private static String fast(final ObjectNode book) {
        final StringBuilder out = new StringBuilder("{\"channel\":\"l2Book\",\"data\":{\"coin\":\"" + COIN
                + "\",\"time\":" + book.at("/data/time").asText() + ",\"levels\":[");
        for (int side = 0; side < 2; side++) {
            out.append(side == 0 ? "[" : ",[");
            for (int i = 0; i < 5; i++) {
                out.append(i == 0 ? "" : ",").append(book.at("/data/levels/" + side + "/" + i));
            }
            out.append(']');
        }
        return out.append("],\"fast\":true}}").toString();
    }

    private static String context(final JsonNode frame) {
        final ObjectNode moved = frame.deepCopy();
        final ObjectNode ctx = (ObjectNode) moved.at("/data/ctx");
        for (final String member : List.of("oraclePx", "markPx", "midPx")) {
            ctx.put(member, text(LOW_BID));
        }
        return moved.toString();
    }

    private static List<JsonNode> session() {
        final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        final List<JsonNode> frames = new ArrayList<>();
        try {
            SyntheticSession.write(lines, new SessionPlan(1, SECONDS, COIN, SZ_DECIMALS, LOW_BID.doubleValue(), false));
            for (final String line : lines.toString(StandardCharsets.US_ASCII).split("\n")) {
                frames.add(JSON.readTree(line.substring(line.indexOf(' ') + 1)));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return frames;
    }
}
