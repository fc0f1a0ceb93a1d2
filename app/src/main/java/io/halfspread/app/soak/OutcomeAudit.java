package io.halfspread.app.soak;

import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.engine.capture.CaptureReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Reads a capture and compares commands with their outcomes: each has one, and none has two. */
final class OutcomeAudit {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PlaceOrderDecoder place = new PlaceOrderDecoder();
    private final ModifyOrderDecoder modify = new ModifyOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final Map<Command, Counts> commands = new LinkedHashMap<>();

    private OutcomeAudit() {}

    /** The first command whose outcomes are not as they should be, in one line; null when there is none. */
    static String of(final Path capture) {
        final OutcomeAudit audit = new OutcomeAudit();
        try (CaptureReader records = CaptureReader.open(capture)) {
            while (records.next()) {
                audit.onRecord(records.buffer(), records.offset());
            }
        }
        return audit.verdict();
    }

    private void onRecord(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        final int length = header.blockLength();
        final int version = header.version();
        switch (header.templateId()) {
            case PlaceOrderDecoder.TEMPLATE_ID ->
                sent(
                        PlaceOrderDecoder.TEMPLATE_ID,
                        place.wrap(buffer, body, length, version).cloidLow());
            case ModifyOrderDecoder.TEMPLATE_ID ->
                sent(
                        ModifyOrderDecoder.TEMPLATE_ID,
                        modify.wrap(buffer, body, length, version).cloidLow());
            case CancelOrderDecoder.TEMPLATE_ID ->
                sent(
                        CancelOrderDecoder.TEMPLATE_ID,
                        cancel.wrap(buffer, body, length, version).cloidLow());
            case ScheduleCancelDecoder.TEMPLATE_ID -> sent(ScheduleCancelDecoder.TEMPLATE_ID, 0);
            case ActionResponseDecoder.TEMPLATE_ID -> answered(response.wrap(buffer, body, length, version));
            case OrderUpdateDecoder.TEMPLATE_ID -> ended(update.wrap(buffer, body, length, version));
            default -> {
                // Nothing about a command.
            }
        }
    }

    private void sent(final int template, final long cloidLow) {
        counts(template, cloidLow).sent++;
    }

    private void answered(final ActionResponseDecoder answer) {
        final Counts counts = counts(answer.command(), answer.cloidLow());
        if (answer.kind() == ResponseKind.UNRESOLVED) {
            counts.lost++;
        } else {
            counts.known++;
        }
    }

    /** The end of an order is the outcome of a cancel that came too late for it. */
    private void ended(final OrderUpdateDecoder order) {
        final Counts cancels = commands.get(new Command(CancelOrderDecoder.TEMPLATE_ID, order.cloidLow()));
        if (cancels != null && order.status() != OrderStatus.OPEN) {
            cancels.ended = true;
        }
    }

    private Counts counts(final int template, final long cloidLow) {
        return commands.computeIfAbsent(new Command(template, cloidLow), key -> new Counts());
    }

    private String verdict() {
        for (final Map.Entry<Command, Counts> each : commands.entrySet()) {
            final Counts counts = each.getValue();
            final boolean ours =
                    each.getKey().cloidLow() != 0 || each.getKey().template() == ScheduleCancelDecoder.TEMPLATE_ID;
            if (ours && (counts.known > counts.sent || !counts.ended && counts.known + counts.lost < counts.sent)) {
                return "command " + each.getKey().template() + " of cloid "
                        + each.getKey().cloidLow() + ": sent " + counts.sent + ", answered " + counts.known
                        + ", lost and looked up " + counts.lost;
            }
        }
        return null;
    }

    private record Command(int template, long cloidLow) {}

    /** Commands and answers of one kind about one order. */
    private static final class Counts {
        private int sent;
        private int known;
        private int lost;
        private boolean ended;
    }
}
