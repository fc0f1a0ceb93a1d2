package io.halfspread.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.decimal.DecimalText;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.OrderStatus;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.text.JsonNode;
import io.halfspread.engine.capture.CaptureReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Causes of fills gained and lost against captures of the two sides: a slow reader looks up what stood in the other one when the
 * trade or book came that the fill met.
 */
final class WhatIfCausesTest {
    private static final Path HOME = Path.of(System.getProperty("halfspread.home", "."));
    private static final Path SESSION = HOME.resolve("config/sessions/hype-synthetic.gz");
    private static final int BODY = MessageHeaderDecoder.ENCODED_LENGTH;
    private static final Pattern PRICES = Pattern.compile(".*: ([0-9.]+), baseline's ([0-9.]+)");
    private static final String NOTHING = "nothing";

    @TempDir
    private Path folder;

    @Test
    void shouldStateWhatStoodThereWhenFillsComeAndGo() throws IOException {
        final Path lean = folder.resolve("lean.json");
        Files.writeString(lean, "{\"skew_adjustment_factor\": 2, \"adverse_selection_adjustment_factor\": 0}");
        final String[] options = {"--asset", "HYPE", "--fills", "queue", "--latency", "none"};
        final Path baseline = replay("baseline", options);
        final Path change = replay("change", append(options, "--drop", "20=" + lean));
        final JsonNode fills = Cli.run((Object[]) concat(
                        new String[] {"what-if", SESSION.toString()},
                        append(options, "--drop", "20=" + lean, "--json")))
                .json()
                .member("rules")
                .member("pessimistic")
                .member("fills");

        int checked = 0;
        for (final String way : List.of("gained", "lost")) {
            final Path other = way.equals("gained") ? baseline : change;
            for (final JsonNode fill : fills.member(way).member("first").elements()) {
                final Set<String> stood = standing(
                        other,
                        Side.valueOf(fill.member("side").text().toUpperCase(java.util.Locale.ROOT)),
                        Long.parseLong(fill.member("venue_ns").text()));
                final String why = fill.member("why").text();
                final Matcher prices = PRICES.matcher(why);
                switch (fill.member("cause").text()) {
                    case "nearer" -> {
                        assertTrue(prices.matches() && stood.contains(plain(prices.group(2))), why + " " + stood);
                        assertEquals(plain(fill.member("px").text()), plain(prices.group(1)));
                        checked++;
                    }
                    case "farther" -> {
                        assertTrue(prices.matches() && stood.contains(plain(prices.group(1))), why + " " + stood);
                        assertEquals(plain(fill.member("px").text()), plain(prices.group(2)));
                        checked++;
                    }
                    case "order under way" -> assertTrue(stood.contains(NOTHING), why + " " + stood);
                    default -> assertTrue(!stood.isEmpty(), why);
                }
            }
        }
        assertTrue(checked >= 4, checked + " fills for a price: the market of this test is too quiet");
    }

    private Path replay(final String name, final String... options) {
        final Path out = folder.resolve(name);
        final Cli.Ran ran = Cli.run((Object[])
                concat(new String[] {"replay", SESSION.toString(), "--no-band", "--out", out.toString()}, options));
        assertEquals(0, ran.exitCode(), ran.err());
        return out;
    }

    private static String[] append(final String[] options, final String... more) {
        return concat(options, more);
    }

    private static String[] concat(final String[] first, final String[] second) {
        final String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String plain(final String decimal) {
        return new BigDecimal(decimal).stripTrailingZeros().toPlainString();
    }

    /** Best prices of our side just before each market event of that venue time. */
    private static Set<String> standing(final Path capture, final Side side, final long venueNs) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder();
        final OrderUpdateDecoder update = new OrderUpdateDecoder();
        final Map<Long, Long> open = new HashMap<>();
        final Set<String> stood = new TreeSet<>();
        try (CaptureReader records = CaptureReader.open(capture)) {
            while (records.next()) {
                final int templateId =
                        header.wrap(records.buffer(), records.offset()).templateId();
                if (templateId == OrderUpdateDecoder.TEMPLATE_ID) {
                    update.wrap(records.buffer(), records.offset() + BODY, header.blockLength(), header.version());
                    if (update.side() == side) {
                        if (update.status() == OrderStatus.OPEN) {
                            open.put(update.cloidLow(), update.limitPx());
                        } else {
                            open.remove(update.cloidLow());
                        }
                    }
                } else if ((templateId == TradeDecoder.TEMPLATE_ID
                                || templateId == BestBidOfferDecoder.TEMPLATE_ID
                                || templateId == BookSnapshotDecoder.TEMPLATE_ID)
                        && records.buffer().getLong(records.offset() + BODY + 8, ByteOrder.LITTLE_ENDIAN) == venueNs) {
                    stood.add(open.values().stream()
                            .max(side == Side.BID ? Long::compare : (one, other) -> Long.compare(other, one))
                            .map(px -> plain(DecimalText.print(px)))
                            .orElse(NOTHING));
                }
            }
        }
        return stood;
    }
}
