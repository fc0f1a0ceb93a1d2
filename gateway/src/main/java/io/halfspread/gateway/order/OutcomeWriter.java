package io.halfspread.gateway.order;

import io.halfspread.codec.action.ActionKind;
import io.halfspread.codec.contract.ColdPath;
import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.ConnectionStateEncoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.OrderUpdateEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.hyperliquid.VenueResponse;
import io.halfspread.engine.ring.EventRing;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Encodes outcomes as input events and puts them into the outbox. They get their event time where they enter the ring.
 * Egress thread only.
 */
@HotPath
final class OutcomeWriter {
    private static final long UNSTAMPED = 0;
    private static final int NONE = ActionResponseEncoder.instrumentNullValue();
    private static final int MOST_TEXT_BYTES = 500;

    private final UnsafeBuffer event = new UnsafeBuffer(new byte[EventRing.SLOT_LENGTH]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ActionResponseEncoder response = new ActionResponseEncoder();
    private final OrderUpdateEncoder update = new OrderUpdateEncoder();
    private final ConnectionStateEncoder state = new ConnectionStateEncoder();
    private final UnsafeBuffer noText = new UnsafeBuffer(new byte[0]);
    private final EventOutbox outbox;
    private final int connection;

    OutcomeWriter(final EventOutbox outbox, final int connection) {
        this.outbox = outbox;
        this.connection = connection;
    }

    /** What the venue replied of an element. */
    void reply(final SentAction action, final int element, final VenueResponse reply) {
        write(
                action,
                element,
                reply.kind(),
                reply.oid(),
                reply.totalSz(),
                reply.avgPx(),
                reply.text().buffer(),
                reply.text().length());
    }

    /** An outcome without numbers and text. */
    void plain(final SentAction action, final int element, final ResponseKind kind) {
        write(action, element, kind, noText, 0);
    }

    /** An outcome with a text of ours or of a cold query. */
    @ColdPath("when a command failed, or its outcome was lost")
    void explained(final SentAction action, final int element, final ResponseKind kind, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(action, element, kind, new UnsafeBuffer(bytes), bounded(bytes));
    }

    /** An error of an element in the venue's words. */
    void error(final SentAction action, final int element, final DirectBuffer text, final int length) {
        write(action, element, ResponseKind.ERROR, text, length);
    }

    private void write(
            final SentAction action,
            final int element,
            final ResponseKind kind,
            final DirectBuffer text,
            final int length) {
        write(
                action,
                element,
                kind,
                ActionResponseEncoder.oidNullValue(),
                ActionResponseEncoder.totalSzNullValue(),
                ActionResponseEncoder.avgPxNullValue(),
                text,
                length);
    }

    private void write(
            final SentAction action,
            final int element,
            final ResponseKind kind,
            final long oid,
            final long totalSz,
            final long avgPx,
            final DirectBuffer text,
            final int length) {
        final boolean named = action.batch.size() > 0 && action.batch.kind() != ActionKind.CANCEL;
        response.wrapAndApplyHeader(event, 0, header)
                .ingestNs(UNSTAMPED)
                .venueNs(ActionResponseEncoder.venueNsNullValue())
                .instrument(action.instruments[element])
                .kind(kind)
                .command(action.template)
                .requestId(action.id)
                .cloidHigh(named ? action.batch.cloidHigh(element) : 0)
                .cloidLow(named ? action.batch.cloidLow(element) : 0)
                .oid(oid)
                .totalSz(totalSz)
                .avgPx(avgPx)
                .putText(text, 0, length);
        outbox.offer(event, response.limit());
    }

    /** What a query found of an order. */
    @ColdPath("after a query")
    void found(final int instrument, final long cloidHigh, final long cloidLow, final OrderReport report) {
        final byte[] reason = reason(report).getBytes(StandardCharsets.UTF_8);
        update.wrapAndApplyHeader(event, 0, header)
                .ingestNs(UNSTAMPED)
                .venueNs(report.statusNs())
                .instrument(instrument)
                .side(report.side())
                .status(report.status())
                .reduceOnly(report.reduceOnly() ? Flag.YES : Flag.NO)
                .cloidHigh(cloidHigh)
                .cloidLow(cloidLow)
                .oid(report.oid())
                .limitPx(report.limitPx())
                .remainingSz(report.remainingSz())
                .originalSz(report.originalSz())
                .placedNs(report.placedNs())
                .putReason(reason, 0, bounded(reason));
        outbox.offer(event, update.limit());
    }

    /** The venue's word where the family of the status does not say it all. */
    @ColdPath("after a query")
    private static String reason(final OrderReport report) {
        return switch (report.status()) {
            case CANCELED_BY_VENUE, REJECTED, UNKNOWN -> report.reason();
            default -> "";
        };
    }

    /** The connection changed state. Losing it takes the engine's leave to quote; giving it back is not ours. */
    @ColdPath("a few times per connection")
    void connection(final ConnectionStatus status) {
        state.wrapAndApplyHeader(event, 0, header)
                .ingestNs(UNSTAMPED)
                .venueNs(ConnectionStateEncoder.venueNsNullValue())
                .instrument(NONE)
                .connection((short) connection)
                .status(status)
                .carriesOrders(status == ConnectionStatus.CLOSED ? Flag.YES : Flag.NO);
        outbox.offer(event, state.limit());
    }

    /** Length of a text cut to what an event may hold, between two characters. */
    @ColdPath("after a query")
    private static int bounded(final byte[] utf8) {
        int length = Math.min(utf8.length, MOST_TEXT_BYTES);
        while (length > 0 && length < utf8.length && (utf8[length] & 0xC0) == 0x80) {
            length--;
        }
        return length;
    }
}
