package io.halfspread.gateway.order;

import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.hyperliquid.BookSide;
import io.halfspread.codec.hyperliquid.BoundedText;
import io.halfspread.codec.hyperliquid.FrameList;
import io.halfspread.codec.hyperliquid.UserNotice;
import io.halfspread.codec.hyperliquid.VenueContext;
import io.halfspread.codec.hyperliquid.VenueFill;
import io.halfspread.codec.hyperliquid.VenueFunding;
import io.halfspread.codec.hyperliquid.VenueListener;
import io.halfspread.codec.hyperliquid.VenueOrderUpdate;
import io.halfspread.codec.hyperliquid.VenueResponse;
import io.halfspread.codec.hyperliquid.VenueTrade;

/**
 * Gives the statuses of a reply to the elements of its action. One error for a batch is every element's. A status that
 * does not say enough leaves its element to be looked up: fewer statuses than elements, words this build does not know, an
 * error of the venue's edge, and a cancel of an order that is over, because only a lookup says how it ended. Egress thread
 * only.
 */
@HotPath
final class Settler implements VenueListener {
    private static final String POST_ID = " id=";

    private final VenueResponse[] statuses = new VenueResponse[SentAction.MOST_ELEMENTS];
    private final SentActions actions;
    private final OutcomeWriter writer;
    private final QueryDesk desk;
    private final KeyWatch keys;
    private long nowNs;
    private long requestId;
    private int count;
    private long late;

    Settler(final SentActions actions, final OutcomeWriter writer, final QueryDesk desk, final KeyWatch keys) {
        this.actions = actions;
        this.writer = writer;
        this.desk = desk;
        this.keys = keys;
    }

    /** Begins with a frame received at a time. */
    void begin(final long now) {
        nowNs = now;
        count = 0;
    }

    @Override
    public boolean onResponse(final VenueResponse response) {
        requestId = response.requestId();
        if (response.index() < SentAction.MOST_ELEMENTS) {
            statuses[response.index()] = response;
            count = response.index() + 1;
        }
        return true;
    }

    /** Settles what the frame answers. */
    void end() {
        if (count == 0) {
            return;
        }
        actions.replied();
        final SentAction action = actions.find(requestId);
        if (action == null || action.stage != ActionStage.AWAITING && action.resolution == null) {
            late++;
        } else {
            settle(action);
        }
    }

    /** Settles the elements of an action by the statuses collected; what they leave open is looked up. */
    void settle(final SentAction action) {
        if (action.template == CancelAllDecoder.TEMPLATE_ID) {
            leaveToDesk(action, true);
            return;
        }
        final boolean executed =
                count == 0 || statuses[0].kind() != ResponseKind.ERROR || !VenueWords.isEdgeError(statuses[0].text());
        if (executed) {
            final boolean wholeBatch = count == 1 && statuses[0].kind() == ResponseKind.ERROR;
            if (wholeBatch) {
                keys.onError(statuses[0].text());
            } else {
                keys.accepted();
            }
            for (int i = 0; i < action.elements; i++) {
                if (wholeBatch || i < count) {
                    settle(action, i, statuses[wholeBatch ? 0 : i]);
                }
            }
        }
        if (action.open == 0) {
            actions.release(action);
        } else if (action.resolution == null) {
            leaveToDesk(action, executed);
        }
    }

    /** Replies to requests that had their outcome before. */
    long late() {
        return late;
    }

    private void settle(final SentAction action, final int element, final VenueResponse status) {
        if (action.settled[element]) {
            return;
        }
        final ResponseKind kind = status.kind();
        final boolean places =
                action.template == PlaceOrderDecoder.TEMPLATE_ID || action.template == ModifyOrderDecoder.TEMPLATE_ID;
        if (kind == ResponseKind.UNRESOLVED || kind == ResponseKind.SUCCESS && places) {
            return;
        }
        if (kind == ResponseKind.ERROR
                && action.template == CancelOrderDecoder.TEMPLATE_ID
                && VenueWords.isMissingOrder(status.text())) {
            action.refused[element] = true;
            return;
        }
        action.settle(element);
        writer.reply(action, element, status);
    }

    @ColdPath("when a reply leaves an outcome open")
    private void leaveToDesk(final SentAction action, final boolean executed) {
        desk.chase(action, executed, nowNs);
    }

    /** Of the venue's errors outside of replies only one is about an action: too many posts, with the id of the one refused. */
    @Override
    @ColdPath("when the venue refuses something")
    public boolean onVenueError(final BoundedText text) {
        final String words = text.buffer().getStringWithoutLengthUtf8(0, text.length());
        final int at = words.lastIndexOf(POST_ID);
        if (at < 0) {
            return true;
        }
        actions.replied();
        final SentAction action = actions.find(number(words.substring(at + POST_ID.length())));
        if (action != null && action.stage == ActionStage.AWAITING) {
            desk.refuse(action, words);
        }
        return true;
    }

    @ColdPath("when the venue refuses something")
    private static long number(final String digits) {
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    @Override
    public boolean onBook(
            final int instrument, final long venueNs, final boolean fast, final BookSide bids, final BookSide asks) {
        return true;
    }

    @Override
    public boolean onBbo(final int instrument, final long venueNs, final BookSide bid, final BookSide ask) {
        return true;
    }

    @Override
    public boolean onTrades(final FrameList<VenueTrade> trades) {
        return true;
    }

    @Override
    public boolean onMid(final int instrument, final long px) {
        return true;
    }

    @Override
    public boolean onAssetContext(final VenueContext context) {
        return true;
    }

    @Override
    public boolean onOrderUpdate(final VenueOrderUpdate update) {
        return true;
    }

    @Override
    public boolean onFill(final VenueFill fill) {
        return true;
    }

    @Override
    public boolean onFunding(final VenueFunding funding) {
        return true;
    }

    @Override
    public boolean onNotice(final UserNotice notice) {
        return true;
    }
}
