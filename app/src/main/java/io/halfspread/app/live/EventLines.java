package io.halfspread.app.live;

import io.halfspread.app.explain.ReasonWords;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.ConnectionStatus;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.QuoteReason;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.RiskCode;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Events as lines for people. */
final class EventLines {
    private static final int DECIMAL8 = 8;
    private static final int ALL = 65535;

    private final List<String> coins;
    private final List<String> connections;

    /**
     * Names things.
     *
     * @param coins       coins by instrument index
     * @param connections what each connection carries, by number
     */
    EventLines(final List<String> coins, final List<String> connections) {
        this.coins = coins;
        this.connections = connections;
    }

    String fill(final FillDecoder fill) {
        final long signed = fill.side() == Side.BID ? fill.sz() : -fill.sz();
        final String position = fill.startPosition() == FillDecoder.startPositionNullValue()
                ? ""
                : ", position " + decimal(fill.startPosition() + signed);
        final String fee = fill.fee() == FillDecoder.feeNullValue() ? "" : ", fee " + decimal(fill.fee());
        return "Fill: " + (fill.side() == Side.BID ? "bought " : "sold ") + decimal(fill.sz()) + " "
                + coin(fill.instrument()) + " at " + decimal(fill.px())
                + (fill.crossed() == Flag.YES ? ", taker" : ", maker") + fee + position;
    }

    String connection(final ConnectionStateDecoder state) {
        final int number = state.connection();
        final String name = number < connections.size() ? " (" + connections.get(number) + ")" : "";
        return "Connection " + number + name + ": "
                + state.status().name().toLowerCase(Locale.ROOT)
                + (state.carriesOrders() == Flag.YES && state.status() == ConnectionStatus.READY
                        ? ", account state known"
                        : "");
    }

    /** Why an order or a change of one came to nothing, in the words of the venue or of who found it out; null for any other answer. */
    String refusal(final ActionResponseDecoder response) {
        if (response.kind() != ResponseKind.ERROR || response.command() == CancelOrderDecoder.TEMPLATE_ID) {
            return null;
        }
        return "Not placed: " + coin(response.instrument()) + " " + response.text();
    }

    String alert(final RiskAlertDecoder alert) {
        if (alert.code() == RiskCode.SCHEDULE_CANCEL_REFUSED) {
            return "WARN SCHEDULE_CANCEL_REFUSED: the venue does not grant its dead man's switch (it wants 1M USD traded, and"
                    + " fires ten times a day at most); beside this session run: halfspread watchdog";
        }
        if (alert.code() == RiskCode.POSITION_ADJUSTED) {
            return "WARN " + coin(alert.instrument()) + " POSITION_ADJUSTED: the account holds "
                    + number(alert.observed()) + ", fills add up to " + number(alert.limitValue())
                    + "; the venue's figure is taken over";
        }
        if (alert.code() == RiskCode.ORDER_REJECTED) {
            return "WARN " + coin(alert.instrument()) + " ORDER_REJECTED: the venue refused our order at "
                    + number(alert.observed());
        }
        if (alert.code() == RiskCode.UNKNOWN_ORDER) {
            return "WARN " + coin(alert.instrument())
                    + " UNKNOWN_ORDER: an order that this session does not know rests at " + number(alert.observed());
        }
        return String.format(
                Locale.ROOT,
                "WARN %s %s: observed %s, limit %s",
                coin(alert.instrument()),
                alert.code(),
                number(alert.observed()),
                number(alert.limitValue()));
    }

    String mode(final TradingMode mode) {
        return "Trading mode: " + mode.name().toLowerCase(Locale.ROOT);
    }

    String modeRequest(final TradingModeRequestDecoder request) {
        final String leaves = request.leaveKill() == Flag.YES ? ", leaving kill" : "";
        final String source = request.source().name().toLowerCase(Locale.ROOT);
        final String why = request.why();
        return "Trading mode " + request.mode().name().toLowerCase(Locale.ROOT) + " asked for by " + source + leaves
                + (why.isEmpty() ? "" : ": " + why);
    }

    String notQuoting(final int instrument, final Side side, final QuoteReason reason) {
        return coin(instrument) + " " + (side == Side.BID ? "bid" : "ask") + " not quoted: " + ReasonWords.of(reason);
    }

    String coin(final int instrument) {
        return instrument == ALL || instrument >= coins.size() ? "all" : coins.get(instrument);
    }

    static String decimal(final long decimal8) {
        return BigDecimal.valueOf(decimal8, DECIMAL8).stripTrailingZeros().toPlainString();
    }

    private static String number(final double value) {
        return !Double.isFinite(value)
                ? String.valueOf(value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
