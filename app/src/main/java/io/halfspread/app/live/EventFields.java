package io.halfspread.app.live;

import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.Flag;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradingMode;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Events as members of an object, for programs that read the log. Prices, sizes and fees are decimals in text. */
final class EventFields {
    private EventFields() {}

    static Map<String, Object> fill(final FillDecoder fill, final String coin) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("coin", coin);
        fields.put("side", fill.side() == Side.BID ? "bid" : "ask");
        fields.put("px", EventLines.decimal(fill.px()));
        fields.put("sz", EventLines.decimal(fill.sz()));
        fields.put("taker", fill.crossed() == Flag.YES);
        fields.put("fee", fill.fee() == FillDecoder.feeNullValue() ? null : EventLines.decimal(fill.fee()));
        return fields;
    }

    static Map<String, Object> connection(final ConnectionStateDecoder state) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("connection", state.connection());
        fields.put("status", word(state.status()));
        return fields;
    }

    static Map<String, Object> alert(final RiskAlertDecoder alert, final String coin) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("coin", coin);
        fields.put("code", word(alert.code()));
        fields.put("observed", alert.observed());
        fields.put("limit", alert.limitValue());
        return fields;
    }

    static Map<String, Object> mode(final TradingMode mode) {
        return Map.of("mode", word(mode));
    }

    static Map<String, Object> modeRequest(final TradingModeRequestDecoder request) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mode", word(request.mode()));
        fields.put("source", word(request.source()));
        return fields;
    }

    static Map<String, Object> gap(final GapReportDecoder gap, final String coin) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("coin", coin);
        fields.put("gapPct", gap.gapPct());
        fields.put("lowPct", gap.gapLowPct());
        fields.put("highPct", gap.gapHighPct());
        fields.put("lossUsdPerHour", gap.lossUsdPerHour());
        return fields;
    }

    private static String word(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
