package io.halfspread.codec.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.halfspread.codec.decimal.Decimal8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The slow twin: a plain JSON library and BigDecimal, giving the lines that {@link RecordingListener} writes. */
final class NaiveDecoder {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> POST_ONLY = Set.of("badAloPxRejected");

    private final List<String> coins;
    private final List<String> events = new ArrayList<>();

    NaiveDecoder(final List<String> coins) {
        this.coins = coins;
    }

    List<String> decode(final String frame) throws Exception {
        events.clear();
        final JsonNode root = MAPPER.readTree(frame);
        final JsonNode data = root.get("data");
        switch (root.get("channel").textValue()) {
            case "l2Book" -> book(data);
            case "bbo" -> bbo(data);
            case "trades" -> data.forEach(this::trade);
            case "allMids" -> mids(data.get("mids"));
            case "activeAssetCtx" -> context(data);
            case "orderUpdates" -> data.forEach(this::order);
            case "userFills" -> fills(data);
            case "user" -> user(data);
            case "userFundings" -> data.get("fundings").forEach(this::funding);
            case "post" -> post(data);
            case "error" -> events.add("error '" + data.textValue() + "'");
            default -> {}
        }
        return List.copyOf(events);
    }

    private void book(final JsonNode data) {
        final int instrument = coins.indexOf(data.get("coin").textValue());
        final JsonNode sides = data.get("levels");
        add(
                instrument,
                "book " + instrument + " " + ns(data.get("time")) + " "
                        + data.path("fast").asBoolean() + " " + levels(sides.get(0), 20) + " "
                        + levels(sides.get(1), 20));
    }

    private void bbo(final JsonNode data) {
        final int instrument = coins.indexOf(data.get("coin").textValue());
        final JsonNode sides = data.get("bbo");
        add(
                instrument,
                "bbo " + instrument + " " + ns(data.get("time")) + " " + touch(sides.get(0)) + " "
                        + touch(sides.get(1)));
    }

    private static String touch(final JsonNode level) {
        return level == null || level.isNull() ? "[]" : "[" + level(level) + " ]";
    }

    private static String levels(final JsonNode side, final int most) {
        final StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(most, side.size()); i++) {
            text.append(level(side.get(i))).append(' ');
        }
        return text.append(']').toString();
    }

    private static String level(final JsonNode level) {
        return exact(level.get("px")) + ":" + exact(level.get("sz")) + ":"
                + level.get("n").longValue();
    }

    private void trade(final JsonNode t) {
        final int instrument = coins.indexOf(t.get("coin").textValue());
        add(
                instrument,
                "trade " + instrument + " " + ns(t.get("time")) + " " + side(t) + " " + exact(t.get("px")) + " "
                        + exact(t.get("sz")) + " " + t.get("tid").longValue());
    }

    private void mids(final JsonNode mids) {
        mids.fieldNames().forEachRemaining(coin -> {
            final int instrument = coins.indexOf(coin);
            if (!mids.get(coin).isNull()) {
                add(instrument, "mid " + instrument + " " + rounded(mids.get(coin), 8));
            }
        });
    }

    private void context(final JsonNode data) {
        final int instrument = coins.indexOf(data.get("coin").textValue());
        final JsonNode c = data.get("ctx");
        final JsonNode impact = c.path("impactPxs");
        add(
                instrument,
                "context " + instrument + " " + rounded(c.get("markPx"), 8) + " " + rounded(c.get("oraclePx"), 8) + " "
                        + rounded(c.get("midPx"), 8) + " " + rounded(c.get("prevDayPx"), 8) + " "
                        + rounded(impact.get(0), 8) + " " + rounded(impact.get(1), 8) + " "
                        + rounded(c.get("funding"), 12) + " " + rounded(c.get("premium"), 12) + " "
                        + statistic(c.get("openInterest")) + " " + statistic(c.get("dayNtlVlm")) + " "
                        + statistic(c.get("dayBaseVlm")));
    }

    private void order(final JsonNode update) {
        final JsonNode o = update.get("order");
        final int instrument = coins.indexOf(o.get("coin").textValue());
        final String status = update.get("status").textValue();
        final String family = family(status);
        final boolean says = List.of("CANCELED_BY_VENUE", "REJECTED", "UNKNOWN").contains(family);
        add(
                instrument,
                "order " + instrument + " " + ns(update.get("statusTimestamp")) + " " + side(o) + " " + family + " "
                        + o.path("reduceOnly").asBoolean() + " " + cloid(o) + " "
                        + o.get("oid").longValue() + " "
                        + exact(o.get("limitPx")) + " " + exact(o.get("sz")) + " " + exact(o.get("origSz")) + " "
                        + ns(o.get("timestamp")) + " '" + (says ? status : "") + "'");
    }

    private static String family(final String status) {
        return switch (status) {
            case "open" -> "OPEN";
            case "filled" -> "FILLED";
            case "triggered" -> "TRIGGERED";
            case "canceled" -> "CANCELED";
            case "scheduledCancel", "internalCancel" -> "CANCELED_BY_VENUE";
            case "rejected" -> "REJECTED";
            default ->
                POST_ONLY.contains(status)
                        ? "REJECTED_POST_ONLY"
                        : status.endsWith("Canceled")
                                ? "CANCELED_BY_VENUE"
                                : status.endsWith("Rejected") ? "REJECTED" : "UNKNOWN";
        };
    }

    private void fills(final JsonNode data) {
        for (final JsonNode f : data.path("fills")) {
            final int instrument = coins.indexOf(f.get("coin").textValue());
            add(
                    instrument,
                    "fill " + instrument + " " + ns(f.get("time")) + " " + side(f) + " "
                            + f.get("crossed").booleanValue() + " "
                            + data.path("isSnapshot").asBoolean() + " "
                            + (f.hasNonNull("liquidation")) + " " + cloid(f) + " "
                            + f.get("oid").longValue() + " " + f.get("tid").longValue() + " " + exact(f.get("px")) + " "
                            + exact(f.get("sz")) + " " + rounded(f.get("startPosition"), 8) + " "
                            + rounded(f.get("closedPnl"), 8) + " " + rounded(f.get("fee"), 8) + " "
                            + Long.toHexString(
                                    RecordingListener.token(f.path("feeToken").asText(""))));
        }
    }

    private void user(final JsonNode data) {
        fills(data);
        if (data.has("funding")) {
            funding(data.get("funding"));
        }
        if (data.has("liquidation")) {
            events.add("notice LIQUIDATION");
        }
        if (data.has("nonUserCancel")) {
            events.add("notice ORDER_CANCELED");
        }
    }

    private void funding(final JsonNode f) {
        final int instrument = coins.indexOf(f.get("coin").textValue());
        add(
                instrument,
                "funding " + instrument + " " + ns(f.get("time")) + " " + rounded(f.get("usdc"), 8) + " "
                        + rounded(f.get("szi"), 8) + " " + rounded(f.get("fundingRate"), 12));
    }

    private void post(final JsonNode data) {
        final JsonNode reply = data.get("response");
        final long id = data.get("id").longValue();
        final JsonNode payload = reply.get("payload");
        if (reply.get("type").textValue().equals("error")) {
            response(id, 0, "ERROR", null, payload.textValue());
        } else if (reply.get("type").textValue().equals("action")) {
            final JsonNode response = payload.get("response");
            if (payload.get("status").textValue().equals("err")) {
                response(id, 0, "ERROR", null, response.textValue());
            } else if (response.path("data").has("statuses")) {
                statuses(id, response.get("data").get("statuses"));
            } else {
                response(id, 0, "SUCCESS", null, "");
            }
        }
    }

    private void statuses(final long id, final JsonNode statuses) {
        for (int i = 0; i < statuses.size(); i++) {
            final JsonNode status = statuses.get(i);
            if (status.isTextual()) {
                final String word = status.textValue();
                response(
                        id,
                        i,
                        word.equals("success") ? "SUCCESS" : word.startsWith("waiting") ? "WAITING" : "UNRESOLVED",
                        null,
                        "");
            } else if (status.has("error")) {
                response(id, i, "ERROR", null, status.get("error").textValue());
            } else if (status.has("resting")) {
                response(id, i, "RESTING", status.get("resting"), "");
            } else if (status.has("filled")) {
                response(id, i, "FILLED", status.get("filled"), "");
            } else {
                response(id, i, "UNRESOLVED", null, "");
            }
        }
    }

    private void response(final long id, final int index, final String kind, final JsonNode order, final String text) {
        final boolean none = order == null;
        events.add("response " + id + " " + index + " " + kind + " "
                + (none ? RecordingListener.hex(0, 0) : cloid(order)) + " "
                + (none ? Decimal8.NULL : order.get("oid").longValue()) + " "
                + (none ? Decimal8.NULL : rounded(order.get("totalSz"), 8)) + " "
                + (none ? Decimal8.NULL : rounded(order.get("avgPx"), 8)) + " '" + text + "'");
    }

    private void add(final int instrument, final String event) {
        if (instrument >= 0) {
            events.add(event);
        }
    }

    private static String side(final JsonNode node) {
        return node.get("side").textValue().equals("B") ? "BID" : "ASK";
    }

    private static String cloid(final JsonNode node) {
        if (!node.hasNonNull("cloid")) {
            return RecordingListener.hex(0, 0);
        }
        final BigInteger value = new BigInteger(node.get("cloid").textValue().substring(2), 16);
        return RecordingListener.hex(value.shiftRight(64).longValue(), value.longValue());
    }

    private static long ns(final JsonNode ms) {
        return Math.multiplyExact(ms.longValue(), 1_000_000L);
    }

    private static long exact(final JsonNode text) {
        return new BigDecimal(text.textValue()).movePointRight(8).longValueExact();
    }

    private static long rounded(final JsonNode text, final int exponent) {
        if (text == null || text.isNull() || text.isMissingNode()) {
            return Decimal8.NULL;
        }
        return new BigDecimal(text.textValue())
                .setScale(exponent, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    private static double statistic(final JsonNode text) {
        return text == null || text.isNull() ? Double.NaN : Double.parseDouble(text.textValue());
    }
}
