package io.halfspread.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.SafetyLimits;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.settings.StreamSilence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfspreadConfigTest {
    private static final String HYPE =
            "instruments:\n  HYPE:\n    sz_decimals: 2\n    order_size: 0.3\n    max_position: 3.0\n";

    @TempDir
    private Path folder;

    @Test
    void shouldReadTheShippedFileAsTheSeedDescribesIt() {
        final HalfspreadConfig config =
                HalfspreadConfig.load(Path.of(System.getProperty("halfspread.home"), "config", "halfspread.yaml"));
        final SessionSettings session = config.session(SessionKind.REPLAY, config.assets());
        final Instrument hype = session.instruments().get(0);

        assertEquals(List.of("HYPE", "BTC", "ETH", "SOL", "WLFI"), config.coins());
        assertEquals(1, session.instruments().size());
        assertEquals("HYPE", hype.coin());
        assertEquals(2, hype.szDecimals());
        assertEquals(30_000_000, hype.quoting().orderSize());
        assertEquals(300_000_000, hype.quoting().maxPosition());
        assertEquals(5.0, hype.quoting().halfSpreadBps());
        assertEquals(2.0, hype.quoting().maxBpsDiff());
        assertEquals(10, hype.quoting().imbalanceDepth());
        assertEquals(1_000_000_000L, hype.quoting().minNotional());
        assertEquals(150_000_000L, hype.quoting().makerFeeRate());
        assertEquals(450_000_000L, hype.quoting().takerFeeRate());
        assertEquals(100.0, hype.quoting().takerSlippageBps());
        assertTrue(hype.quoting().takerEnabled());
        assertFalse(hype.quoting().sizesInUsd());
        assertEquals(QuoteSource.HEURISTIC, hype.quoting().quoteSource());
        assertEquals(InstrumentKind.PERP, hype.kind());
        assertEquals(3_000_000_000L, hype.limits().staleAfterNs());
        assertEquals(Long.MIN_VALUE, hype.limits().maxNotionalUsd());
        assertEquals(BudgetMode.VENUE, session.budgetMode());
        assertEquals(10_000, session.budgetInitial());
        assertEquals(Long.MIN_VALUE, session.maxDrawdownUsd());
        assertFalse(session.ownOrdersInBook());
        assertEquals(
                List.of(5, 4, 2, 0),
                config.session(SessionKind.LIVE, List.of("BTC", "ETH", "SOL", "WLFI")).instruments().stream()
                        .map(Instrument::szDecimals)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 150_000_000, 450_000_000",
        "'tier: 2', 80_000_000, 350_000_000",
        "'tier: 6', 0, 240_000_000",
        "'tier: 2\n  maker_pct: -0.001', -10_000_000, 350_000_000",
        "'taker_pct: 0.05', 150_000_000, 500_000_000"
    })
    void shouldTakeFeesOfTheTierUnlessTheyAreStated(final String fees, final String maker, final String taker) {
        final HalfspreadConfig config = config(HYPE + (fees.isEmpty() ? "" : "fees:\n  " + fees + "\n"));

        final Instrument hype = config.session(SessionKind.REPLAY, List.of("HYPE"))
                .instruments()
                .get(0);

        assertEquals(Long.parseLong(maker.replace("_", "")), hype.quoting().makerFeeRate());
        assertEquals(Long.parseLong(taker.replace("_", "")), hype.quoting().takerFeeRate());
    }

    @Test
    void shouldUseDefaultsForWhatIsNotStatedAndLetACoinDiffer() {
        final HalfspreadConfig config = config(HYPE
                + "    half_spread_bps: 7.5\n    max_notional_usd: 250.5\n    sizes_in: usd\n"
                + "  \"@107\":\n    kind: spot\n    sz_decimals: 2\n    order_size: 20\n    max_position: 200\n"
                + "pin.engine: 3\nrisk:\n  max_drawdown_usd: 100\n");
        final List<Instrument> instruments =
                config.session(SessionKind.LIVE, config.coins()).instruments();

        assertEquals(7.5, instruments.get(0).quoting().halfSpreadBps());
        assertEquals(25_050_000_000L, instruments.get(0).limits().maxNotionalUsd());
        assertTrue(instruments.get(0).quoting().sizesInUsd());
        assertEquals(5.0, instruments.get(1).quoting().halfSpreadBps());
        assertEquals(InstrumentKind.SPOT, instruments.get(1).kind());
        assertEquals(3, config.integer(ConfigOption.PIN_ENGINE));
        assertTrue(config.isNone(ConfigOption.PIN_JOURNAL));
        assertEquals("auto", config.text(ConfigOption.IDLE));
        assertEquals(
                10_000_000_000L,
                config.session(SessionKind.LIVE, List.of("HYPE")).maxDrawdownUsd());
        assertEquals(ConfigOption.values().length, config.effective().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "idle: spinn              | line 6: idle: spinn is not accepted; accepted: spin, yield, backoff, auto",
                "idel: spin               | line 6: idel: unknown option; the nearest known one is idle",
                "quoting:\\n  dpeth: 5    | line 7: quoting.dpeth: unknown option; the nearest known one is quoting.depth",
                "qouting:\\n  depth: 5    | line 6: qouting: unknown option; the nearest known one is quoting",
                "quoting:\\n  depth: 21   | line 7: quoting.depth: 21 is not accepted; accepted: integer 1 to 20",
                "quoting:\\n  depth: 5.5  | line 7: quoting.depth: 5.5 is not accepted; accepted: integer 1 to 20",
                "quoting:\\n  depth: 010  | line 7: quoting.depth: 010 is not accepted; accepted: integer 1 to 20",
                "quoting:\\n  depth: '5'  | line 7: quoting.depth: 5 is not accepted; accepted: integer 1 to 20",
                "quoting:\\n  half_spread_bps: NaN | line 7: quoting.half_spread_bps: NaN is not accepted; accepted: number 0.01 to 1000",
                "quoting:\\n  half_spread_bps: 0,5 | line 7: quoting.half_spread_bps: 0,5 is not accepted; accepted: number 0.01 to 1000",
                "taker:\\n  enabled: yes  | line 7: taker.enabled: yes is not accepted; accepted: true, false",
                "idle: spin\\nidle: spin  | line 7: idle: duplicate key; the first is on line 6",
                "quoting:\\n\\tdepth: 5   | line 6: quoting: has neither a value nor indented lines below it; line 7: a tab; indent with spaces",
                "quoting:                 | line 6: quoting: has neither a value nor indented lines below it",
                "quoting:\\n    depth: 5\\n  source: hjb | line 8: indented by 2 spaces, which matches no section above",
                "idle spin                | line 6: \"key: value\" is expected, found idle spin",
                "idle:spin                | line 6: a space is expected after the colon of idle",
                "- idle                   | line 6: \"key: value\" is expected, found - idle",
                "asset: [HYPE]            | line 6: asset: a plain value or one in quotes is expected, found [HYPE]",
                "asset: \"HYPE            | line 6: asset: quoted text must end on its line, without backslashes",
                "pin:\\n  engine: -1      | line 7: pin.engine: -1 is not accepted; accepted: integer 0 to 1023 or none",
                "paths:\\n  params: 2024-01-01 13:00 | ~~",
            })
    void shouldNameLineKeyAndWhatIsAccepted(final String added, final String message) {
        final String text = HYPE + added.replace("\\n", "\n").replace("\\t", "\t") + "\n";

        if (message.isEmpty()) {
            assertEquals("2024-01-01 13:00", config(text).text(ConfigOption.PATHS_PARAMS));
        } else {
            assertEquals("test.yaml: " + message, refusal(text));
        }
    }

    @Test
    void shouldNameAllProblemsOfTheInstruments() {
        final String message = refusal("instruments:\n  BTC:\n    sz_decimals: 9\n    order_sise: 1\n  ETH:\n"
                + "    sz_decimals: 2\n    order_size: 0.001\n    max_position: 0.0001\n  SOL: 3\n");

        assertTrue(
                message.contains("instruments.BTC.sz_decimals: 9 is not accepted; accepted: integer 0 to 8"), message);
        assertTrue(message.contains("instruments.BTC.order_sise: unknown option; the nearest known one is order_size"));
        assertTrue(message.contains("instruments.BTC.order_size: must be stated"), message);
        assertTrue(message.contains("instruments.ETH.order_size: 0.001 is above max_position 0.0001"), message);
        assertTrue(message.contains("instruments.ETH.order_size: 0.001 is less than a lot of 2 decimals"), message);
        assertTrue(message.contains("instruments.SOL: a coin with its options indented below it is expected"), message);
        assertEquals(
                "test.yaml: instruments: no instrument is configured; give each coin a row", refusal("# nothing\n"));
    }

    @Test
    void shouldNameTheKnownAssetsWhenOneIsNotConfigured() {
        final HalfspreadConfig config = config(HYPE);

        assertEquals(
                "test.yaml: asset hype is not in the instruments table; known: HYPE; did you mean HYPE?",
                assertThrows(ConfigException.class, () -> config.session(SessionKind.REPLAY, List.of("hype")))
                        .getMessage());
        assertThrows(ConfigException.class, () -> config.session(SessionKind.REPLAY, List.of()));
        assertEquals(List.of("BTC", "ETH"), HalfspreadConfig.coinList(" BTC, ETH,,BTC "));
    }

    @Test
    void shouldHaveTheEnginesDefaultsSoThatReplaysStayTheSame() {
        assertEquals(
                SafetyLimits.DEFAULTS,
                config(HYPE).session(SessionKind.REPLAY, List.of("HYPE")).safety());
    }

    @Test
    void shouldTakeEveryFurtherLimit() {
        final SafetyLimits limits = config(HYPE
                        + "risk:\n  max_order_usd: 500\n  max_daily_loss_usd: 250.5\n  max_cancels_per_second: 7\n"
                        + "  stale_bbo_ms: 1\n  stale_fast_book_ms: 2\n  stale_deep_book_ms: 3\n"
                        + "  stale_context_ms: 4\n  max_order_age_ms: 5\n  max_clock_skew_ms: 6\n"
                        + "  post_only_hold_ms: 8\nbudget:\n  min_runway_hours: 24\n")
                .session(SessionKind.REPLAY, List.of("HYPE"))
                .safety();

        final long ms = 1_000_000;
        assertEquals(
                new SafetyLimits(
                        500_00000000L,
                        250_50000000L,
                        0,
                        7,
                        24,
                        new StreamSilence(ms, 2 * ms, 3 * ms, 4 * ms),
                        5 * ms,
                        6 * ms,
                        8 * ms),
                limits);
    }

    @Test
    void shouldReplaceAnOptionAsTheCommandLineDoes() {
        final HalfspreadConfig config = config(HYPE).with(ConfigOption.BUDGET_MODE, "none");

        assertEquals(
                BudgetMode.NONE,
                config.session(SessionKind.LIVE, List.of("HYPE")).budgetMode());
        assertEquals(
                "command line: idle: dead is not accepted; accepted: spin, yield, backoff, auto",
                assertThrows(ConfigException.class, () -> config.with(ConfigOption.IDLE, "dead"))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a comment\n", "---\n"})
    void shouldNameWhatIsMissingWhenNothingIsConfigured(final String text) {
        final ConfigException refused = assertThrows(
                ConfigException.class, () -> HalfspreadConfig.of("empty", text.getBytes(StandardCharsets.UTF_8)));

        assertEquals("empty: instruments: no instrument is configured; give each coin a row", refused.getMessage());
    }

    @Test
    void shouldSayNothingThatATerminalWouldObey() {
        final byte[] text = "\u001b]0;owned\u0007x\u0085: 1\n".getBytes(StandardCharsets.UTF_8);

        final String message = assertThrows(ConfigException.class, () -> HalfspreadConfig.of("evil", text))
                .getMessage();

        assertTrue(message.contains("\\x1b]0;owned\\x07x"), message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    }

    @Test
    void shouldSayWhyAFileCannotBeRead() throws IOException {
        final Path missing = folder.resolve("none.yaml");
        final Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE9});

        assertEquals(missing + ": no such file", refusal(missing));
        assertEquals(folder + ": not a regular file", refusal(folder));
        assertEquals(latin + ": not UTF-8", refusal(latin));
    }

    private static HalfspreadConfig config(final String text) {
        return HalfspreadConfig.of("test.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(final String text) {
        return assertThrows(ConfigException.class, () -> config(text)).getMessage();
    }

    private static String refusal(final Path file) {
        return assertThrows(ConfigException.class, () -> HalfspreadConfig.load(file))
                .getMessage();
    }
}
