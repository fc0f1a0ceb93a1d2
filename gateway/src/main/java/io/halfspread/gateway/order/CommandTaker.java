package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionBatch;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.Tif;
import io.halfspread.engine.ring.MessageHandler;
import org.agrona.DirectBuffer;

/**
 * Puts the engine's commands into actions. Commands of one cause are joined by kind: ALO orders, IOC orders, GTC orders,
 * modifies, cancels by our id and cancels by the venue's, so that orders that add liquidity never share an action with orders that take it. Commands of
 * several causes are joined only while all are of one kind, so that no command overtakes another one. Egress thread only.
 *
 * <p>The venue answers elements in their order, executes actions that place only ALO orders first in a block, then
 * cancels, then the others, and counts a batch below 40 as one request against the address of the sender.
 */
@HotPath
final class CommandTaker implements MessageHandler {
    private static final int ALO = 0;
    private static final int IOC = 1;
    private static final int GTC = 2;
    private static final int MODIFIES = 3;
    private static final int CANCELS = 4;
    private static final int CANCELS_BY_OID = 5;
    private static final int KINDS = 6;
    private static final long NS_PER_MS = 1_000_000L;

    /** The venue takes no deadline of its dead man's switch that is nearer. */
    private static final long EARLIEST_DEADLINE_NS = 5_000_000_000L;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final ModifyOrderDecoder modify = new ModifyOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final CancelAllDecoder cancelAll = new CancelAllDecoder();
    private final ScheduleCancelDecoder scheduleCancel = new ScheduleCancelDecoder();
    private final SentAction[] drafts = new SentAction[KINDS];
    private final int[] opened = new int[KINDS];
    private final SentActions actions;
    private final ActionSender sender;
    private final int[] assetIds;
    private long nowNs;
    private int openDrafts;
    private long cause = Long.MIN_VALUE;
    private long taken;

    CommandTaker(final SentActions actions, final ActionSender sender, final int[] assetIds) {
        this.actions = actions;
        this.sender = sender;
        this.assetIds = assetIds;
    }

    /** Begins a duty cycle at a time. */
    void begin(final long now) {
        nowNs = now;
    }

    /** Whether another command can be taken. */
    boolean hasRoom() {
        return actions.hasRoom();
    }

    /** Commands taken so far; outputs that are no commands are not counted. */
    long taken() {
        return taken;
    }

    @Override
    public void onMessage(final DirectBuffer buffer, final int offset, final int length, final long sequence) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        final int block = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID:
                onPlace(place.wrap(buffer, body, block, version));
                break;
            case ModifyOrderDecoder.TEMPLATE_ID:
                onModify(modify.wrap(buffer, body, block, version));
                break;
            case CancelOrderDecoder.TEMPLATE_ID:
                onCancel(cancel.wrap(buffer, body, block, version));
                break;
            case CancelAllDecoder.TEMPLATE_ID:
                onCancelAll(cancelAll.wrap(buffer, body, block, version));
                break;
            case ScheduleCancelDecoder.TEMPLATE_ID:
                onScheduleCancel(scheduleCancel.wrap(buffer, body, block, version));
                break;
            default:
                break;
        }
    }

    /** Hands over everything that was put together, in the order in which it was begun. */
    void flush() {
        for (int i = 0; i < openDrafts; i++) {
            final SentAction draft = drafts[opened[i]];
            drafts[opened[i]] = null;
            sender.send(draft, nowNs);
        }
        openDrafts = 0;
    }

    private void onPlace(final PlaceOrderDecoder order) {
        final Tif tif = order.tif();
        final int kind = tif == Tif.ALO ? ALO : tif == Tif.IOC ? IOC : GTC;
        final SentAction draft = draft(kind, PlaceOrderDecoder.TEMPLATE_ID, order.causeSequence());
        draft.batch.addOrder(
                assetIds[order.instrument()],
                order.side() == Side.BID,
                order.px(),
                order.sz(),
                order.reduceOnly() == Flag.YES,
                tif,
                order.cloidHigh(),
                order.cloidLow());
        draft.added(order.instrument(), order.eventNs());
    }

    private void onModify(final ModifyOrderDecoder order) {
        keepBehind(order.targetCloidLow());
        final SentAction draft = draft(MODIFIES, ModifyOrderDecoder.TEMPLATE_ID, order.causeSequence());
        draft.batch.addModify(
                order.targetOid(),
                order.cloidHigh(),
                order.targetCloidLow(),
                assetIds[order.instrument()],
                order.side() == Side.BID,
                order.px(),
                order.sz(),
                order.reduceOnly() == Flag.YES,
                order.tif(),
                order.cloidHigh(),
                order.cloidLow());
        draft.added(order.instrument(), order.eventNs());
    }

    private void onCancel(final CancelOrderDecoder order) {
        keepBehind(order.cloidLow());
        final boolean named = order.cloidHigh() != 0 || order.cloidLow() != 0;
        final SentAction draft =
                draft(named ? CANCELS : CANCELS_BY_OID, CancelOrderDecoder.TEMPLATE_ID, order.causeSequence());
        if (named) {
            draft.batch.addCancelByCloid(assetIds[order.instrument()], order.cloidHigh(), order.cloidLow());
        } else {
            draft.batch.addCancel(assetIds[order.instrument()], order.oid());
        }
        draft.added(order.instrument(), order.eventNs());
    }

    private void onCancelAll(final CancelAllDecoder command) {
        final SentAction action = alone(CancelAllDecoder.TEMPLATE_ID);
        action.batch.beginCancels(true);
        action.added(command.instrument(), command.eventNs());
        sender.send(action, nowNs);
    }

    private void onScheduleCancel(final ScheduleCancelDecoder command) {
        final SentAction action = alone(ScheduleCancelDecoder.TEMPLATE_ID);
        final long deadlineNs = command.deadlineNs();
        action.batch.scheduleCancel(
                deadlineNs == ScheduleCancelDecoder.deadlineNsNullValue()
                        ? ActionBatch.NO_TIME
                        : deadlineNs / NS_PER_MS);
        action.added(command.instrument(), command.eventNs());
        if (deadlineNs != ScheduleCancelDecoder.deadlineNsNullValue() && deadlineNs - nowNs < EARLIEST_DEADLINE_NS) {
            sender.refuseLate(action);
        } else {
            sender.send(action, nowNs);
        }
    }

    /** An action of its own, behind everything begun before. */
    private SentAction alone(final int template) {
        flush();
        taken++;
        return actions.draft(template);
    }

    /** The draft for the next element of a kind. */
    private SentAction draft(final int kind, final int template, final long causeSequence) {
        final boolean joins = causeSequence == cause || openDrafts == 1 && drafts[kind] != null;
        if (!joins || drafts[kind] != null && drafts[kind].isFull()) {
            flush();
        }
        cause = causeSequence;
        taken++;
        SentAction draft = drafts[kind];
        if (draft == null) {
            draft = actions.draft(template);
            begin(draft.batch, kind);
            drafts[kind] = draft;
            opened[openDrafts++] = kind;
        }
        return draft;
    }

    /** An action on an order must not be sent before the one that creates it. */
    private void keepBehind(final long cloidLow) {
        for (int i = 0; i < openDrafts; i++) {
            if (opened[i] < CANCELS && drafts[opened[i]].creates(cloidLow)) {
                flush();
                return;
            }
        }
    }

    private static void begin(final ActionBatch batch, final int kind) {
        if (kind == MODIFIES) {
            batch.beginModifies(false);
        } else if (kind == CANCELS) {
            batch.beginCancelsByCloid(true);
        } else if (kind == CANCELS_BY_OID) {
            batch.beginCancels(true);
        } else {
            batch.beginOrders();
        }
    }
}
