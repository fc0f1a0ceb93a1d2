package io.halfspread.gateway.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.hyperliquid.CoinIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFramesTest {
    @ParameterizedTest
    @CsvSource({
        "hl_ETH_20251210_19min.gz, 2081, 9967, 6385, 90",
        "hl_BTC_ETH_SOL_WLFI_20250904_35min.gz, 15140, 51219, 20559, 240",
        "standx_BTC_2026-01-07T00_6h.gz, 31014, 44619, 41459, -1",
        "binance_BTC_20240808_6min_burst.gz, 657, 66048, 21313, -1",
    })
    void shouldDecodeEveryRecordedFrame(
            final String name, final long books, final long bbos, final long trades, final long replayed)
            throws Exception {
        final Path file = SharedData.require("data/replay/" + name);
        try (FrameInputs inputs = new FrameInputs(List.of(file), CoinIndex.discovering())) {
            long previousNs = 0;
            while (inputs.next()) {
                assertEquals(true, inputs.ingestNs() >= previousNs);
                previousNs = inputs.ingestNs();
            }

            final FrameStats stats = inputs.stats();

            assertEquals(
                    0, stats.refused().count(), () -> stats.refused().listed().toString());
            assertEquals(Map.of("book", books, "bbo", bbos, "trade", trades), stats.eventsByKind());
            assertEquals(0, stats.unknownCoins());
            assertEquals(inputs.totalBytes(), inputs.bytesRead());
            if (replayed >= 0) {
                assertEquals(replayed, stats.replayedTrades());
            }
        }
    }

    @Test
    void shouldFlagOnlyTheFramesThatASubscriptionReplays() throws Exception {
        final Path file = SharedData.require("data/replay/hl_ETH_20251210_19min.gz");
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final TradeDecoder trade = new TradeDecoder();
        int replayed = 0;
        try (FrameInputs inputs = new FrameInputs(List.of(file), new CoinIndex(List.of("ETH")))) {
            while (inputs.next()) {
                header.wrap(inputs.buffer(), inputs.offset());
                if (header.templateId() == TradeDecoder.TEMPLATE_ID) {
                    trade.wrapAndApplyHeader(inputs.buffer(), inputs.offset(), header);
                    replayed += trade.replayed().value();
                }
            }
        }

        assertEquals(3 * 30, replayed);
    }
}
