package io.halfspread.engine.replay;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.engine.ring.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A fill model and what it says, as short lines. */
final class FillModelDesk implements EventPublisher {
    private final FillModel model;
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderUpdateDecoder update = new OrderUpdateDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final FundingPaymentDecoder funding = new FundingPaymentDecoder();
    private final ActionResponseDecoder response = new ActionResponseDecoder();
    private List<String> lines = new ArrayList<>();

    FillModelDesk(final FillModel model) {
        this.model = model;
        model.takeOver();
    }

    void input(final byte[] message) {
        model.onInput(new UnsafeBuffer(message), 0, message.length);
    }

    void output(final byte[] message) {
        model.onOutput(new UnsafeBuffer(message), 0, message.length);
    }

    void time(final long nowNs) {
        model.onTime(nowNs);
    }

    long dueNs() {
        return model.dueNs();
    }

    List<String> drain() {
        lines = new ArrayList<>();
        model.publishTo(this);
        return lines;
    }

    @Override
    public MutableDirectBuffer claim() {
        return slot;
    }

    @Override
    public long publish(final int length) {
        header.wrap(slot, 0);
        if (header.templateId() == OrderUpdateDecoder.TEMPLATE_ID) {
            update.wrapAndApplyHeader(slot, 0, header);
            final String text = "order " + update.cloidLow() + " " + update.status() + " "
                    + DecimalText.print(update.remainingSz());
            final String reason = update.reason();
            lines.add(reason.isEmpty() ? text : text + " " + reason);
        } else if (header.templateId() == FillDecoder.TEMPLATE_ID) {
            fill.wrapAndApplyHeader(slot, 0, header);
            lines.add("fill " + fill.cloidLow() + " " + DecimalText.print(fill.px()) + " "
                    + DecimalText.print(fill.sz()) + (fill.crossed() == Flag.YES ? " taker" : " maker") + " cause "
                    + fill.causeTid());
        } else if (header.templateId() == FundingPaymentDecoder.TEMPLATE_ID) {
            funding.wrapAndApplyHeader(slot, 0, header);
            lines.add("funding " + funding.instrument() + " " + DecimalText.print(funding.usd()) + " on "
                    + DecimalText.print(funding.positionSize()) + " at " + funding.venueNs());
        } else {
            response.wrapAndApplyHeader(slot, 0, header);
            lines.add("cancel of " + response.cloidLow() + " " + response.kind());
        }
        return 0;
    }
}
