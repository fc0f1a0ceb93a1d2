package io.halfspread.engine.replay;

import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.engine.ring.EventPublisher;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Fill model "queue". A resting order keeps its place in the queue of its price: what was displayed there when it came is ahead,
 * recorded trades and books move it, trades that reach it and books that cross it fill it. What crosses the recorded book takes
 * its levels. Funding is paid on the hour. Commands need a while to the market, answers a while back. The rules, word by word, are in docs/fills.md.
 */
public final class QueueFills implements FillModel {
    private final ModelledOrders orders = new ModelledOrders();
    private final ModelledPositions positions = new ModelledPositions();
    private final DisplayedBooks books = new DisplayedBooks();
    private final MessageQueue commands = new MessageQueue();
    private final ShownLevels levels = new ShownLevels();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BestBidOfferDecoder bestBidOffer = new BestBidOfferDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final AssetContextDecoder context = new AssetContextDecoder();
    private final DelayedPath outward;
    private final ModelledEvents events;
    private final QueueMatching matching;
    private final ModelledFunding funding;
    private final CommandDesk desk;
    private final RecordedAccount recorded;

    /**
     * Creates a model without orders.
     *
     * @param settings rule and delays
     * @param seed     chooses the delays drawn; the session id, so that a session has its own
     */
    public QueueFills(final QueueSettings settings, final long seed) {
        outward = new DelayedPath(settings.orders(), seed);
        events = new ModelledEvents(new DelayedPath(settings.answers(), ~seed));
        final Executions executions = new Executions(orders, events, positions);
        funding = new ModelledFunding(positions, events);
        matching = new QueueMatching(settings.cancels(), orders, executions);
        desk = new CommandDesk(orders, events, new QueueArrivals(orders, books, executions));
        recorded = new RecordedAccount(orders, positions, events);
    }

    @Override
    public void onInput(final DirectBuffer buffer, final int offset, final int length) {
        onTime(buffer.getLong(offset + MessageHeaderDecoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN));
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        header.wrap(buffer, offset);
        final int blockLength = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case BestBidOfferDecoder.TEMPLATE_ID:
                bestBidOffer.wrap(buffer, body, blockLength, version);
                levels.read(bestBidOffer);
                onBestBidOffer();
                break;
            case BookSnapshotDecoder.TEMPLATE_ID:
                levels.read(snapshot.wrap(buffer, body, blockLength, version));
                onSnapshot(snapshot.wrap(buffer, body, blockLength, version));
                break;
            case TradeDecoder.TEMPLATE_ID:
                trade.wrap(buffer, body, blockLength, version);
                if (trade.replayed() == Flag.NO) {
                    matching.onTrade(trade);
                    books.of(trade.instrument()).onTrade(trade.venueNs());
                }
                break;
            case AssetContextDecoder.TEMPLATE_ID:
                funding.onContext(context.wrap(buffer, body, blockLength, version));
                break;
            default:
                if (!desk.isOpen()) {
                    recorded.onInput(buffer, offset, header);
                    joinRecorded();
                }
                break;
        }
    }

    @Override
    public void onOutput(final DirectBuffer buffer, final int offset, final int length) {
        if (outward.isImmediate() || !desk.isOpen()) {
            desk.onOutput(buffer, offset);
        } else if (CommandDesk.isCommand(header.wrap(buffer, offset).templateId())) {
            commands.add(buffer, offset, length, outward.arrivalNs(events.nowNs()));
        }
    }

    @Override
    public void takeOver() {
        matching.startFilling();
        funding.startPaying();
        desk.open();
    }

    @Override
    public long dueNs() {
        return Math.min(commands.dueNs(), events.dueNs());
    }

    @Override
    public void onTime(final long nowNs) {
        while (commands.dueNs() <= nowNs) {
            funding.onTime(commands.dueNs());
            events.nowNs(commands.dueNs());
            desk.onOutput(commands.buffer(), commands.first());
            commands.removeFirst();
        }
        funding.onTime(nowNs);
        events.nowNs(nowNs);
    }

    @Override
    public boolean hasEvents() {
        return events.isDue();
    }

    @Override
    public int publishTo(final EventPublisher publisher) {
        return events.publishTo(publisher);
    }

    private void onBestBidOffer() {
        final DisplayedBook book = books.of(bestBidOffer.instrument());
        book.onBestBidOffer(bestBidOffer);
        matching.onBook(bestBidOffer.instrument(), levels, levels.venueNs() >= book.bookNs());
    }

    private void onSnapshot(final BookSnapshotDecoder event) {
        final DisplayedBook book = books.of(event.instrument());
        book.onSnapshot(event);
        matching.onBook(event.instrument(), levels, levels.venueNs() >= book.bookNs());
    }

    /** What the record says is open joins its queue, so that it stands there when the model takes over. */
    private void joinRecorded() {
        for (int i = 0; i < orders.count(); i++) {
            final ModelledOrder order = orders.get(i);
            if (order.resting && !order.place.isJoined()) {
                final DisplayedBook book = books.of(order.instrument);
                order.place.join(book.shown(order.side, order.px), book.bookNs(), book.marketNs(), 0);
            }
        }
    }
}
