package io.halfspread.gateway.ingress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes a venue's market-data frames of one coin, each different from every other, in venue time order. */
final class SentFrames {
    private final SplittableRandom random;
    private final String coin;
    private final List<String> tape = new ArrayList<>();
    private long venueMs = 1_790_232_236_000L;
    private long count;

    SentFrames(final String coin, final long seed) {
        this.coin = coin;
        random = new SplittableRandom(seed);
    }

    /** A frame of any stream of the main connection. */
    synchronized String next() {
        switch (random.nextInt(6)) {
            case 0:
                return book(false);
            case 1:
                return trades();
            case 2:
                return context();
            case 3:
                return mids();
            default:
                return bbo();
        }
    }

    synchronized String bbo() {
        final long px = tick();
        return "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + coin + "\",\"time\":" + venueMs + ",\"bbo\":[" + level(px)
                + "," + level(px + 1) + "]}}";
    }

    synchronized String book(final boolean fast) {
        final long px = tick();
        final int depth = fast ? 5 : 20;
        final StringBuilder bids = new StringBuilder();
        final StringBuilder asks = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            bids.append(i == 0 ? "" : ",").append(level(px - i));
            asks.append(i == 0 ? "" : ",").append(level(px + 1 + i));
        }
        return "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"" + coin + "\",\"time\":" + venueMs + ",\"levels\":[["
                + bids + "],[" + asks + "]]" + (fast ? ",\"fast\":true" : "") + "}}";
    }

    synchronized String trades() {
        final int fills = 1 + random.nextInt(4);
        final long px = tick();
        final List<String> frame = new ArrayList<>();
        for (int i = 0; i < fills; i++) {
            frame.add("{\"coin\":\"" + coin + "\",\"side\":\"" + (random.nextBoolean() ? "A" : "B") + "\",\"px\":\""
                    + px
                    + ".0\",\"sz\":\"0.5\",\"time\":" + venueMs + ",\"hash\":\"0x00\",\"tid\":" + (1_000_000 + ++count)
                    + ",\"users\":[\"0x1\",\"0x2\"]}");
        }
        tape.addAll(frame);
        return "{\"channel\":\"trades\",\"data\":[" + String.join(",", frame) + "]}";
    }

    /** The newest trades again, as the venue sends them at every subscription; null when there are none. */
    synchronized String history() {
        final int from = Math.max(0, tape.size() - 30);
        return tape.isEmpty()
                ? null
                : "{\"channel\":\"trades\",\"data\":[" + String.join(",", tape.subList(from, tape.size())) + "]}";
    }

    synchronized String context() {
        final long px = tick();
        return String.format(
                Locale.ROOT,
                "{\"channel\":\"activeAssetCtx\",\"data\":{\"coin\":\"%s\",\"ctx\":{\"funding\":\"0.0000125\",\"openInterest\":"
                        + "\"%d.5\",\"prevDayPx\":\"40.0\",\"dayNtlVlm\":\"416102.5\",\"premium\":\"0.0003\",\"oraclePx\":\"%d.0\","
                        + "\"markPx\":\"%d.0\",\"midPx\":\"%d.5\",\"impactPxs\":[\"%d.0\",\"%d.0\"],\"dayBaseVlm\":\"4951.2\"}}}",
                coin,
                ++count,
                px,
                px,
                px,
                px,
                px + 1);
    }

    synchronized String mids() {
        return "{\"channel\":\"allMids\",\"data\":{\"mids\":{\"" + coin + "\":\"" + tick() + "." + ++count
                + "\",\"OTHER\":\"1.5\"}}}";
    }

    private String level(final long px) {
        return "{\"px\":\"" + px + ".0\",\"sz\":\"" + (1 + random.nextInt(1000)) + "." + ++count + "\",\"n\":"
                + (1 + random.nextInt(9)) + "}";
    }

    private long tick() {
        venueMs += 50 + random.nextInt(40);
        return 30_000 + random.nextInt(100);
    }
}
