package io.halfspread.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.halfspread.sim.RecordedSession.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class SyntheticSessionTest {
    private static final SessionPlan SHIPPED = new SessionPlan(7L, 120, "HYPE", 2, 40.0, false);

    @Test
    void shouldRegenerateShippedFileWhenPlanIsItsPlan() throws IOException {
        final Path file = Path.of(System.getProperty("halfspread.home"), "config", "sessions", "hype-synthetic.gz");

        try (InputStream shipped = new GZIPInputStream(Files.newInputStream(file))) {
            assertArrayEquals(RecordedSession.bytes(SHIPPED), shipped.readAllBytes());
        }

        assertTrue(Files.size(file) < 300_000L);
    }

    @Test
    void shouldWriteSameBytesWhenLocaleAndZoneDiffer() throws IOException {
        final byte[] expected = RecordedSession.bytes(SHIPPED);
        final Locale locale = Locale.getDefault();
        final TimeZone zone = TimeZone.getDefault();

        try {
            for (final String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

                assertArrayEquals(expected, RecordedSession.bytes(SHIPPED), tag);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void shouldWriteOtherBytesWhenSeedDiffers() throws IOException {
        final SessionPlan other = new SessionPlan(8L, 120, "HYPE", 2, 40.0, false);

        assertFalse(Arrays.equals(RecordedSession.bytes(SHIPPED), RecordedSession.bytes(other)));
    }

    @Test
    void shouldBeSortedByReceiveTimeWithOneOutage() throws IOException {
        final List<Frame> frames = RecordedSession.of(SHIPPED).frames();
        int outages = 0;

        for (int i = 1; i < frames.size(); i++) {
            final long gapNs = frames.get(i).receiveNs() - frames.get(i - 1).receiveNs();
            assertTrue(gapNs >= 0L);
            outages += gapNs >= 5_000_000_000L ? 1 : 0;
            assertTrue(gapNs < 700_000_000L || gapNs >= 5_000_000_000L && gapNs < 6_000_000_000L);
        }

        assertEquals(1, outages);
    }

    @Test
    void shouldKeepVenueCadenceWhenConnected() throws IOException {
        final RecordedSession session = RecordedSession.of(SHIPPED);
        final double connectedSeconds = 115.0;

        assertEquals(connectedSeconds / 0.54, session.channel("l2Book").size(), 10.0);
        assertEquals(connectedSeconds, session.channel("activeAssetCtx").size(), 6.0);
        assertBetween(700, 1_400, session.channel("bbo").size());
        assertBetween(60, 300, session.channel("trades").size());
        assertBetween(45L, 120L, medianGapMs(session.channel("bbo")));
        assertBetween(500L, 600L, medianGapMs(session.channel("l2Book")));
    }

    @Test
    void shouldArriveLateAndSometimesOvertakenWhenReceived() throws IOException {
        int overtaken = 0;
        int timed = 0;
        long newestMs = 0L;

        for (final Frame frame : RecordedSession.of(SHIPPED).frames()) {
            if ("l2Book".equals(frame.channel()) || "bbo".equals(frame.channel())) {
                final long lagMs = frame.receiveNs() / 1_000_000L - frame.lastTimeMs();
                assertBetween(150L, 900L, lagMs);
                overtaken += frame.lastTimeMs() < newestMs ? 1 : 0;
                newestMs = Math.max(newestMs, frame.lastTimeMs());
                timed++;
            }
        }

        assertBetween(timed / 100, timed / 20, overtaken);
    }

    @Test
    void shouldRepeatOldFillsWhenSubscribed() throws IOException {
        final Set<Long> seen = new HashSet<>();
        int repeated = 0;
        int largest = 0;

        for (final Frame frame : RecordedSession.of(SHIPPED).channel("trades")) {
            largest = Math.max(largest, frame.data().size());
            for (final JsonNode fill : frame.data()) {
                repeated += seen.add(fill.get("tid").asLong()) ? 0 : 1;
            }
        }

        assertTrue(repeated > 0);
        assertTrue(largest >= 30);
    }

    @Test
    void shouldOnlyUsePricesAndSizesTheVenueAccepts() throws IOException {
        for (final SessionPlan plan : List.of(
                SHIPPED,
                new SessionPlan(11L, 40, "BTC", 5, 84_000.0, true),
                new SessionPlan(12L, 40, "SOL", 2, 99.9, true),
                new SessionPlan(13L, 40, "kPEPE", 0, 0.0123, false),
                new SessionPlan(14L, 40, "DUST", 0, 0.01, false))) {
            final RecordedSession session = RecordedSession.of(plan);

            session.channel("bbo").forEach(frame -> frame.data().get("bbo").forEach(level -> assertLevel(plan, level)));
            session.channel("trades").forEach(frame -> frame.data().forEach(fill -> assertLevel(plan, fill)));
            session.channel("l2Book")
                    .forEach(frame -> frame.data()
                            .get("levels")
                            .forEach(side -> side.forEach(level -> assertLevel(plan, level))));
        }
    }

    @Test
    void shouldNeverBeCrossedAndAlwaysHaveFullDepth() throws IOException {
        final RecordedSession session = RecordedSession.of(new SessionPlan(21L, 300, "HYPE", 2, 40.0, true));

        for (final Frame frame : session.channel("bbo")) {
            assertTrue(px(frame.data().get("bbo").get(0))
                            .compareTo(px(frame.data().get("bbo").get(1)))
                    < 0);
        }
        for (final Frame frame : session.channel("l2Book")) {
            final JsonNode bids = frame.data().get("levels").get(0);
            final JsonNode asks = frame.data().get("levels").get(1);
            final int depth = frame.data().has("fast") ? 5 : 20;
            assertTrue(px(bids.get(0)).compareTo(px(asks.get(0))) < 0);
            assertSide(bids, depth, -1);
            assertSide(asks, depth, 1);
        }
        assertTrue(session.channel("l2Book").stream()
                .anyMatch(frame -> frame.data().has("fast")));
    }

    @Test
    void shouldHaveRealisticSpreadAndMovementWhenLong() throws IOException {
        final List<Frame> touches = RecordedSession.of(new SessionPlan(22L, 600, "HYPE", 2, 40.0, false))
                .channel("bbo");
        final double[] spreadsBps = touches.stream()
                .mapToDouble(frame -> 1e4 * (px(frame, 1) / px(frame, 0) - 1.0))
                .sorted()
                .toArray();
        final double[] bids =
                touches.stream().mapToDouble(frame -> px(frame, 0)).toArray();

        assertTrue(spreadsBps[spreadsBps.length / 2] > 0.3 && spreadsBps[spreadsBps.length / 2] < 2.5);
        assertTrue(spreadsBps[spreadsBps.length - 1] < 60.0);
        final double rangeBps = 1e4
                * (Arrays.stream(bids).max().orElseThrow()
                                / Arrays.stream(bids).min().orElseThrow()
                        - 1.0);
        assertTrue(rangeBps > 15.0 && rangeBps < 500.0, () -> "range " + rangeBps);
    }

    @Test
    void shouldPushPriceTheTakersWayWhenFlowIsOneSided() throws IOException {
        final RecordedSession session = RecordedSession.of(new SessionPlan(23L, 600, "HYPE", 2, 40.0, false));
        final List<Frame> touches = session.channel("bbo");
        double signedMove = 0.0;

        for (final Frame frame : session.channel("trades")) {
            final JsonNode fill = frame.data().get(0);
            if (fill.get("time").asLong() + 1_000L > frame.receiveNs() / 1_000_000L) {
                final double before = midAt(touches, fill.get("time").asLong() - 1L);
                final double after = midAt(touches, fill.get("time").asLong() + 5_000L);
                signedMove += "B".equals(fill.get("side").asText()) ? after - before : before - after;
            }
        }

        assertTrue(signedMove > 0.0);
    }

    @Test
    void shouldRefusePlanOutsideItsRanges() {
        assertThrows(IllegalArgumentException.class, () -> new SessionPlan(1L, 0, "HYPE", 2, 40.0, false));
        assertThrows(IllegalArgumentException.class, () -> new SessionPlan(1L, 10, "a\"b", 2, 40.0, false));
        assertThrows(IllegalArgumentException.class, () -> new SessionPlan(1L, 10, "HYPE", 6, 40.0, false));
        assertThrows(IllegalArgumentException.class, () -> new SessionPlan(1L, 10, "HYPE", 2, Double.NaN, false));
        assertThrows(IllegalArgumentException.class, () -> new SessionPlan(1L, 10, "BTC", 5, 99.9, false));
    }

    private static double midAt(final List<Frame> touches, final long timeMs) {
        Frame latest = touches.get(0);
        for (final Frame frame : touches) {
            if (frame.lastTimeMs() > timeMs) {
                break;
            }
            latest = frame;
        }
        return (px(latest, 0) + px(latest, 1)) / 2.0;
    }

    private static double px(final Frame touch, final int side) {
        return px(touch.data().get("bbo").get(side)).doubleValue();
    }

    private static BigDecimal px(final JsonNode level) {
        return new BigDecimal(level.get("px").asText());
    }

    private static void assertLevel(final SessionPlan plan, final JsonNode level) {
        assertTrue(GridRule.accepts(px(level), plan.szDecimals()), level::toString);
        assertTrue(GridRule.acceptsSize(new BigDecimal(level.get("sz").asText()), plan.szDecimals()), level::toString);
        assertTrue(!level.has("n") || level.get("n").asInt() > 0, level::toString);
    }

    private static void assertSide(final JsonNode side, final int depth, final int direction) {
        assertEquals(depth, side.size());
        for (int i = 1; i < side.size(); i++) {
            assertEquals(direction, px(side.get(i)).compareTo(px(side.get(i - 1))));
        }
    }

    private static long medianGapMs(final List<Frame> frames) {
        final long[] times =
                frames.stream().mapToLong(Frame::lastTimeMs).sorted().toArray();
        final long[] gaps = new long[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    private static void assertBetween(final long low, final long high, final long value) {
        assertTrue(value >= low && value <= high, () -> value + " is not within " + low + " and " + high);
    }
}
