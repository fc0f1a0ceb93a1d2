package io.halfspread.gateway.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.order.OrderScope;
import io.halfspread.engine.ring.EventPublisher;
import io.halfspread.engine.ring.SideQueue;
import io.halfspread.fuzz.KeptInputs;
import io.halfspread.gateway.session.ConnectionBudget;
import io.halfspread.gateway.session.FeedTimings;
import io.halfspread.gateway.session.MessageBudget;
import io.halfspread.gateway.session.VenueNetwork;
import io.halfspread.gateway.sign.ActionSigner;
import io.halfspread.gateway.sign.Nonces;
import io.halfspread.gateway.sign.SigningKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Replies to actions that are on their way: three orders (id 1), a cancel (2), two modifies (3), a dead man's switch (4) and a
 * cancel of everything (5). Whatever comes, no element gets two final outcomes, and what has none stays in the books.
 */
class RepliesFuzzTest {
    private static final long NOW_NS = 1_790_000_000_000_000_000L;
    private static final int MOST = 8;

    private final SideQueue queue = new SideQueue(SideQueue.DEFAULT_CAPACITY);
    private final ActionSeal seal;
    private final EgressSettings settings = new EgressSettings(
            List.of(new TradedInstrument("BTC", 0), new TradedInstrument("ETH", 1)),
            null,
            EgressSettings.REPLY_TIMEOUT_NS,
            EgressSettings.EXPIRES_AFTER_MS,
            MOST,
            new MessageBudget(MessageBudget.ORDERS_PER_MINUTE),
            FeedTimings.ofVenue(),
            ConnectionBudget.ofVenue(),
            1,
            1,
            OrderScope.EVERYTHING);

    RepliesFuzzTest() throws IOException {
        final byte[] secret = new byte[SigningKey.LENGTH];
        secret[SigningKey.LENGTH - 1] = 1;
        seal = new ActionSeal(
                new ActionSigner(SigningKey.of(secret), VenueNetwork.TESTNET),
                new Nonces(SystemEpochNanoClock.INSTANCE, null),
                settings);
    }

    @KeptInputs
    @FuzzTest
    void shouldGiveEachElementAtMostOneOutcome(final byte[] bytes) {
        final SentActions actions = new SentActions(MOST);
        final EventOutbox outbox = new EventOutbox(queue, MOST);
        final OutcomeWriter writer = new OutcomeWriter(outbox, 1);
        final List<String> notes = new ArrayList<>();
        final KeyWatch keys = new KeyWatch(notes::add);
        final QueryDesk desk = new QueryDesk(
                actions,
                new ConcurrentLinkedQueue<>(),
                seal,
                writer,
                question -> {},
                question -> {},
                new NoStatus(),
                body -> new ActionReply(200, body),
                settings,
                keys,
                notes::add);
        final ReplyReader replies = new ReplyReader(new Settler(actions, writer, desk, keys), notes::add);
        final List<SentAction> sent = send(actions);

        final int half = bytes.length / 2;
        replies.onFrame(new UnsafeBuffer(bytes), 0, bytes.length, NOW_NS);
        final byte[] second = Arrays.copyOfRange(bytes, half, bytes.length);
        replies.onFrame(new UnsafeBuffer(second), 0, second.length, NOW_NS);
        if (sent.get(1).stage == ActionStage.AWAITING) {
            replies.onBody(sent.get(1), bytes, NOW_NS);
        }
        replies.onFrame(new UnsafeBuffer(bytes), 0, bytes.length, NOW_NS);

        final Outcomes outcomes = new Outcomes();
        while (!queue.isEmpty()) {
            queue.drain(outcomes, NOW_NS);
        }
        assertTrue(outbox.isEmpty());
        check(actions, sent, outcomes);
    }

    private static void check(final SentActions actions, final List<SentAction> sent, final Outcomes outcomes) {
        for (final SentAction action : sent) {
            final int finals = outcomes.finals.getOrDefault(action.id, 0);
            assertTrue(finals <= action.elements, () -> finals + " outcomes for action " + action.id);
            if (action.stage != ActionStage.FREE) {
                assertEquals(action.elements - action.open, finals);
                assertTrue(actions.find(action.id) == action);
            } else {
                assertEquals(action.elements, finals);
            }
        }
    }

    private static List<SentAction> send(final SentActions actions) {
        final SentAction orders = actions.draft(PlaceOrderDecoder.TEMPLATE_ID);
        orders.batch.beginOrders();
        for (int i = 0; i < 3; i++) {
            orders.batch.addOrder(0, i == 0, 100, 10, false, Tif.ALO, 7, i);
            orders.added(0, NOW_NS);
        }
        final SentAction cancel = actions.draft(CancelOrderDecoder.TEMPLATE_ID);
        cancel.batch.beginCancelsByCloid(true);
        cancel.batch.addCancelByCloid(0, 7, 20);
        cancel.added(0, NOW_NS);
        final SentAction modifies = actions.draft(ModifyOrderDecoder.TEMPLATE_ID);
        modifies.batch.beginModifies(false);
        for (int i = 30; i < 32; i++) {
            modifies.batch.addModify(ActionBatch.NO_OID, 7, 10 + i, 1, true, 100, 10, false, Tif.ALO, 7, i);
            modifies.added(1, NOW_NS);
        }
        final SentAction deadline = actions.draft(ScheduleCancelDecoder.TEMPLATE_ID);
        deadline.batch.scheduleCancel(NOW_NS / 1_000_000);
        deadline.added(0, NOW_NS);
        final SentAction all = actions.draft(CancelAllDecoder.TEMPLATE_ID);
        all.batch.beginCancels(false);
        all.batch.addCancel(0, 55);
        all.added(0, NOW_NS);
        final List<SentAction> sent = List.of(orders, cancel, modifies, deadline, all);
        for (final SentAction action : sent) {
            actions.identify(action);
            action.nonce = NOW_NS / 1_000_000 + action.id;
            actions.move(action, ActionStage.AWAITING);
        }
        return sent;
    }

    /** Final outcomes by request. */
    private static final class Outcomes implements EventPublisher {
        private final UnsafeBuffer slot = new UnsafeBuffer(new byte[1024]);
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final ActionResponseDecoder response = new ActionResponseDecoder();
        private final Map<Long, Integer> finals = new HashMap<>();

        @Override
        public MutableDirectBuffer claim() {
            return slot;
        }

        @Override
        public long publish(final int length) {
            header.wrap(slot, 0);
            if (header.templateId() == ActionResponseDecoder.TEMPLATE_ID) {
                response.wrapAndApplyHeader(slot, 0, header);
                if (response.kind() != ResponseKind.UNRESOLVED) {
                    finals.merge(response.requestId(), 1, Integer::sum);
                }
            }
            return 0;
        }
    }

    private static final class NoStatus implements StatusQuery {
        @Override
        public Optional<OrderReport> orderStatus(final long cloidHigh, final long cloidLow) {
            return Optional.empty();
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
