package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** When what the venue does not know counts as never having been: a patience after the nonce is used up, and not before. */
class OutcomeResolverTest {
    private static final long PATIENCE_NS = 300_000_000L;
    private static final long NOW_NS = 1_790_000_000_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final byte[] NOOP = {1};
    private static final String USED_UP = "{\"status\":\"err\",\"response\":\"Invalid nonce: duplicate nonce 1\"}";
    private static final String TAKEN = "{\"status\":\"ok\",\"response\":{\"type\":\"default\"}}";

    private final Queue<Question> answers = new ArrayDeque<>();
    private final Venue venue = new Venue();
    private final OutcomeResolver resolver = new OutcomeResolver(venue, venue, PATIENCE_NS);

    @Test
    void shouldNeverBelieveThatAnOrderDoesNotExistWhileTheActionMayStillLand() {
        final Resolution lost = lost(NOOP, Long.MIN_VALUE);
        venue.answer = null;

        for (int i = 0; i < 100; i++) {
            attempt(lost, NOW_NS + i * PATIENCE_NS);
        }

        assertEquals(Finding.NOTHING, finding(lost));
        assertEquals(Long.MAX_VALUE, lost.finalNs());
        assertEquals(100, venue.posts);
    }

    @Test
    void shouldBelieveItAPatienceAfterTheNonceIsUsedUp() {
        final Resolution lost = lost(NOOP, Long.MIN_VALUE);
        venue.answer = null;
        attempt(lost, NOW_NS);
        venue.answer = USED_UP;
        final long spentNs = NOW_NS + 7 * PATIENCE_NS;

        attempt(lost, spentNs);
        assertEquals(Finding.NOTHING, finding(lost));
        assertEquals(spentNs + PATIENCE_NS, lost.finalNs());
        attempt(lost, spentNs + PATIENCE_NS - 1);
        assertEquals(Finding.NOTHING, finding(lost));

        attempt(lost, spentNs + PATIENCE_NS);

        assertEquals(Finding.UNKNOWN_ORDER, finding(lost));
        assertEquals(2, venue.posts);
    }

    @Test
    void shouldWaitAPatienceFromTheFirstAttemptWhenThereIsNothingToKill() {
        final Resolution lost = lost(null, Long.MIN_VALUE);

        attempt(lost, NOW_NS);
        assertEquals(Finding.NOTHING, finding(lost));
        assertEquals(NOW_NS + PATIENCE_NS, lost.finalNs());

        attempt(lost, NOW_NS + PATIENCE_NS);

        assertEquals(Finding.UNKNOWN_ORDER, finding(lost));
        assertEquals(0, venue.posts);
    }

    @Test
    void shouldKnowAtOnceThatAnActionNeverLandedWhenTheVenueTakesTheNoop() {
        final Resolution lost = lost(NOOP, Long.MIN_VALUE);
        venue.answer = TAKEN;

        attempt(lost, NOW_NS);

        assertEquals(Finding.NEVER_LANDED, finding(lost));
        assertEquals(0, venue.queries);
    }

    @Test
    void shouldTakeTheOrderWhenTheVenueKnowsItHoweverUncertainTheNonceIs() {
        final Resolution lost = lost(NOOP, Long.MIN_VALUE);
        venue.answer = null;
        attempt(lost, NOW_NS);
        venue.known = true;

        attempt(lost, NOW_NS + 1);

        assertEquals(Finding.ORDER, finding(lost));
        assertEquals(OrderStatus.OPEN, lost.elements.get(0).order.status());
    }

    @Test
    void shouldCountANonceAsUsedUpOnlyWhenTheExpiryIsPastByMoreThanClocksMayDiffer() {
        final long expiresAtMs = NOW_NS / NS_PER_MS;
        final Resolution lost = lost(NOOP, expiresAtMs);
        venue.answer = null;

        attempt(lost, NOW_NS + 10_000 * NS_PER_MS);
        assertEquals(Long.MAX_VALUE, lost.finalNs());
        assertEquals(1, venue.posts);

        attempt(lost, NOW_NS + 10_001 * NS_PER_MS);
        assertEquals(NOW_NS + 10_001 * NS_PER_MS + PATIENCE_NS, lost.finalNs());
        assertEquals(1, venue.posts);
    }

    @Test
    void shouldNotTakeALimitForAnAnswer() {
        final Resolution lost = lost(NOOP, Long.MIN_VALUE);
        venue.answer = "{\"status\":\"err\",\"response\":\"Too many cumulative requests sent (2 > 1)\"}";

        for (int i = 0; i < 10; i++) {
            attempt(lost, NOW_NS + i * PATIENCE_NS);
        }

        assertEquals(Finding.NOTHING, finding(lost));
        assertEquals(Long.MAX_VALUE, lost.finalNs());
    }

    private void attempt(final Resolution lost, final long nowNs) {
        lost.attemptAt(nowNs);
        lost.run();
        assertEquals(lost, answers.remove());
    }

    private Resolution lost(final byte[] noopOrNull, final long expiresAtMs) {
        final SentAction action = new SentAction();
        action.begin(PlaceOrderDecoder.TEMPLATE_ID);
        action.batch.beginOrders();
        action.batch.addOrder(0, true, 40, 1, false, Tif.ALO, 1, 2);
        action.added(0, NOW_NS);
        action.expiresAtMs = expiresAtMs;
        return new Resolution(action, answers, resolver, noopOrNull);
    }

    private static Finding finding(final Resolution lost) {
        return lost.elements.get(0).finding;
    }

    /** Answers as a test says; an answer of null is none at all. */
    private static final class Venue implements StatusQuery, ActionPost {
        private String answer;
        private boolean known;
        private int posts;
        private int queries;

        @Override
        public ActionReply post(final byte[] body) throws IOException {
            posts++;
            if (answer == null) {
                throw new IOException("no answer");
            }
            return new ActionReply(200, answer.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<OrderReport> orderStatus(final long cloidHigh, final long cloidLow) {
            queries++;
            return known
                    ? Optional.of(new OrderReport(OrderStatus.OPEN, "", 7, Side.BID, false, 40, 1, 1, NOW_NS, NOW_NS))
                    : Optional.empty();
        }

        @Override
        public Optional<OrderReport> orderStatus(final long oid) {
            return Optional.empty();
        }

        @Override
        public List<OpenOrder> openOrders() {
            return List.of();
        }
    }
}
