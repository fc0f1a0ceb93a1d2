package io.halfspread.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.RiskAlertEncoder;
import io.halfspread.codec.event.RiskCode;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private static final String WORDS = "Post only order would have immediately matched, bbo was 40.0@40.1. asset=0";

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final EventLines lines = new EventLines(List.of("HYPE"), List.of("market data"));

    @Test
    void shouldSayWhyTheVenueRefusedWhenAnOrderIsRefused() {
        assertEquals(
                "Not placed: HYPE " + WORDS,
                lines.refusal(response(ResponseKind.ERROR, PlaceOrderDecoder.TEMPLATE_ID)));
    }

    @Test
    void shouldSayNothingWhenAnOrderRestsOrACancelComesTooLate() {
        assertNull(lines.refusal(response(ResponseKind.RESTING, PlaceOrderDecoder.TEMPLATE_ID)));
        assertNull(lines.refusal(response(ResponseKind.ERROR, CancelOrderDecoder.TEMPLATE_ID)));
    }

    @Test
    void shouldNameThePriceWhenAnAlertIsAboutAnOrder() {
        assertEquals(
                "WARN HYPE ORDER_REJECTED: the venue refused our order at 40.05",
                lines.alert(alert(RiskCode.ORDER_REJECTED, 40.05, 0)));
        assertEquals(
                "WARN HYPE UNKNOWN_ORDER: an order that this session does not know rests at 39.5",
                lines.alert(alert(RiskCode.UNKNOWN_ORDER, 39.5, 0)));
        assertEquals("WARN HYPE ORDER_RATE: observed 5, limit 4", lines.alert(alert(RiskCode.ORDER_RATE, 5, 4)));
    }

    private ActionResponseDecoder response(final ResponseKind kind, final int command) {
        new ActionResponseEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .instrument(0)
                .kind(kind)
                .command(command)
                .text(WORDS);
        return new ActionResponseDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    private RiskAlertDecoder alert(final RiskCode code, final double observed, final double limit) {
        new RiskAlertEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .instrument(0)
                .code(code)
                .observed(observed)
                .limitValue(limit);
        return new RiskAlertDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }
}
