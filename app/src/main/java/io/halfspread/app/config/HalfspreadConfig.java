package io.halfspread.app.config;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.codec.text.NearestName;
import io.halfspread.engine.calibration.ModelShape;
import io.halfspread.engine.settings.GuardSettings;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SafetyLimits;
import io.halfspread.engine.settings.SessionSettings;
import io.halfspread.engine.settings.StreamSilence;
import io.halfspread.engine.solver.SolverSettings;
import io.halfspread.engine.tuning.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The wiring of a run: config/halfspread.yaml, checked whole, with defaults for what it does not state. Immutable. */
public final class HalfspreadConfig {
    private static final int MAX_BYTES = 1 << 20;
    private static final int DECIMAL8 = 8;
    private static final int PERCENT_AS_RATIO12 = 10;
    private static final double BPS_PER_PERCENT = 100;
    private static final double PERCENT = 100;
    private static final long NS_PER_MS = 1_000_000;

    private final String name;
    private final Sha256 sha256;
    private final Map<String, String> values;
    private final List<String> coins;

    private HalfspreadConfig(
            final String name, final Sha256 sha256, final Map<String, String> values, final List<String> coins) {
        this.name = name;
        this.sha256 = sha256;
        this.values = values;
        this.coins = coins;
    }

    /**
     * Reads a configuration file.
     *
     * @param file the file
     * @return the configuration
     * @throws ConfigException when the file cannot be read or has any fault; all are named
     */
    public static HalfspreadConfig load(final Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                final boolean missing = Files.notExists(file);
                throw refused(file.toString(), missing ? "no such file" : "not a regular file");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw refused(file.toString(), "larger than 1 MiB: not a configuration");
            }
            return of(file.toString(), Files.readAllBytes(file));
        } catch (final NoSuchFileException e) {
            throw refused(file.toString(), "no such file");
        } catch (final IOException e) {
            throw refused(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a configuration from its bytes.
     *
     * @param name  name for messages
     * @param bytes UTF-8 text
     * @return the configuration
     * @throws ConfigException when the text has any fault; all are named
     */
    public static HalfspreadConfig of(final String name, final byte[] bytes) {
        final String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (final CharacterCodingException e) {
            throw refused(name, "not UTF-8");
        }
        final ConfigReader reader = ConfigReader.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!reader.problems().isEmpty()) {
            throw new ConfigException(name, reader.problems());
        }
        return new HalfspreadConfig(name, Sha256.of(bytes), reader.values(), reader.coins());
    }

    private static ConfigException refused(final String name, final String message) {
        return new ConfigException(name, List.of(new ConfigProblem(0, "", message)));
    }

    /**
     * This configuration with one option replaced, as a command-line option does.
     *
     * @param option the option
     * @param text   its value as it would be written in the file
     * @return the changed configuration
     * @throws ConfigException when the value is not accepted
     */
    public HalfspreadConfig with(final ConfigOption option, final String text) {
        if (!option.type().accepts(text, false)) {
            final String message = text + " is not accepted; accepted: " + option.accepted();
            throw new ConfigException("command line", List.of(new ConfigProblem(0, option.path(), message)));
        }
        final Map<String, String> changed = new HashMap<>(values);
        changed.put(option.path(), text);
        return new HalfspreadConfig(name, sha256, changed, coins);
    }

    /**
     * Hash of the file's bytes.
     *
     * @return their SHA-256
     */
    public Sha256 sha256() {
        return sha256;
    }

    /**
     * Coins of the instruments table.
     *
     * @return names in file order
     */
    public List<String> coins() {
        return coins;
    }

    /**
     * Coins this configuration quotes unless a command says otherwise.
     *
     * @return names in the order stated
     */
    public List<String> assets() {
        return coinList(text(ConfigOption.ASSET));
    }

    /**
     * Splits a list of coins as options and the file write it.
     *
     * @param list names separated by commas
     * @return the names, without blanks, each once
     */
    public static List<String> coinList(final String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(coin -> !coin.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Whether the file states an option.
     *
     * @param option the option
     * @return false when its default holds
     */
    public boolean states(final ConfigOption option) {
        return values.containsKey(option.path());
    }

    /**
     * Whether an option that allows it is none.
     *
     * @param option the option
     * @return true when it is
     */
    public boolean isNone(final ConfigOption option) {
        return text(option).equals("none");
    }

    /**
     * Value as written.
     *
     * @param option any option
     * @return stated or default text
     */
    public String text(final ConfigOption option) {
        return values.getOrDefault(option.path(), option.defaultText());
    }

    /**
     * Value of a number.
     *
     * @param option an option of that type that is not none
     * @return stated or default value, in the option's unit
     */
    public double number(final ConfigOption option) {
        return Double.parseDouble(text(option));
    }

    /**
     * Value of an integer.
     *
     * @param option an option of that type that is not none
     * @return stated or default value, in the option's unit
     */
    public long integer(final ConfigOption option) {
        return Long.parseLong(text(option));
    }

    /**
     * Value of a flag.
     *
     * @param option an option of that type
     * @return stated or default value
     */
    public boolean flag(final ConfigOption option) {
        return Boolean.parseBoolean(text(option));
    }

    /**
     * What a session over some coins is opened with.
     *
     * @param kind   where its events come from
     * @param assets coins in the order of their instrument index
     * @return the settings
     * @throws ConfigException when a coin has no row in the instruments table; the known ones are named
     */
    public SessionSettings session(final SessionKind kind, final List<String> assets) {
        final List<ConfigProblem> problems = new ArrayList<>();
        for (final String asset : assets) {
            if (!coins.contains(asset)) {
                final String nearest = NearestName.of(asset, coins);
                final String hint = nearest.equalsIgnoreCase(asset) ? "; did you mean " + nearest + "?" : "";
                problems.add(new ConfigProblem(
                        0,
                        "",
                        "asset " + asset + " is not in the instruments table; known: " + String.join(", ", coins)
                                + hint));
            }
        }
        if (assets.isEmpty()) {
            problems.add(new ConfigProblem(0, "", "no asset named; known: " + String.join(", ", coins)));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(name, problems);
        }
        return new SessionSettings(
                kind,
                kind == SessionKind.LIVE || kind == SessionKind.SIMULATED,
                text(ConfigOption.BUDGET_MODE).equals("venue") ? BudgetMode.VENUE : BudgetMode.NONE,
                integer(ConfigOption.BUDGET_INITIAL),
                decimal8OrNull(text(ConfigOption.RISK_MAX_DRAWDOWN)),
                (int) integer(ConfigOption.RISK_MAX_ORDERS),
                safety(),
                kind == SessionKind.LIVE || kind == SessionKind.SIMULATED ? guard() : GuardSettings.NONE,
                assets.stream().map(this::instrument).toList());
    }

    private GuardSettings guard() {
        return new GuardSettings(
                isNone(ConfigOption.RISK_SCHEDULE_CANCEL)
                        ? 0
                        : TimeUnit.SECONDS.toNanos(integer(ConfigOption.RISK_SCHEDULE_CANCEL)),
                text(ConfigOption.ORDERS_FOREIGN).equals("cancel"));
    }

    private SafetyLimits safety() {
        return new SafetyLimits(
                decimal8OrNull(text(ConfigOption.RISK_MAX_ORDER)),
                decimal8OrNull(text(ConfigOption.RISK_MAX_DAILY_LOSS)),
                0,
                (int) integer(ConfigOption.RISK_MAX_CANCELS),
                number(ConfigOption.BUDGET_MIN_RUNWAY),
                new StreamSilence(
                        integer(ConfigOption.RISK_STALE_BBO) * NS_PER_MS,
                        integer(ConfigOption.RISK_STALE_FAST) * NS_PER_MS,
                        integer(ConfigOption.RISK_STALE_DEEP) * NS_PER_MS,
                        integer(ConfigOption.RISK_STALE_CONTEXT) * NS_PER_MS),
                integer(ConfigOption.RISK_MAX_ORDER_AGE) * NS_PER_MS,
                integer(ConfigOption.RISK_MAX_SKEW) * NS_PER_MS,
                integer(ConfigOption.RISK_POST_ONLY_HOLD) * NS_PER_MS);
    }

    private Instrument instrument(final String coin) {
        final String assetId = of(coin, InstrumentOption.ASSET_ID);
        return new Instrument(
                coin,
                InstrumentKind.valueOf(of(coin, InstrumentOption.KIND).toUpperCase(Locale.ROOT)),
                Integer.parseInt(of(coin, InstrumentOption.SZ_DECIMALS)),
                assetId.equals("none") ? -1 : Integer.parseInt(assetId),
                quoting(coin),
                new RiskLimits(
                        decimal8OrNull(of(coin, InstrumentOption.MAX_NOTIONAL, ConfigOption.RISK_MAX_NOTIONAL)),
                        number(ConfigOption.RISK_PRICE_COLLAR),
                        integer(ConfigOption.RISK_STALE_AFTER) * NS_PER_MS,
                        integer(ConfigOption.RISK_ACK_TIMEOUT) * NS_PER_MS));
    }

    private QuotingSettings quoting(final String coin) {
        return new QuotingSettings(
                QuoteSource.valueOf(text(ConfigOption.QUOTING_SOURCE).toUpperCase(Locale.ROOT)),
                number(ConfigOption.QUOTING_BLEND_WEIGHT),
                Double.parseDouble(of(coin, InstrumentOption.HALF_SPREAD, ConfigOption.QUOTING_HALF_SPREAD)),
                Double.parseDouble(of(coin, InstrumentOption.MAX_BPS_DIFF, ConfigOption.QUOTING_MAX_BPS_DIFF)),
                (int) integer(ConfigOption.QUOTING_DEPTH),
                of(coin, InstrumentOption.SIZES_IN).equals("usd"),
                scaled(of(coin, InstrumentOption.ORDER_SIZE), DECIMAL8),
                scaled(of(coin, InstrumentOption.MAX_POSITION), DECIMAL8),
                scaled(text(ConfigOption.VENUE_MIN_NOTIONAL), DECIMAL8),
                flag(ConfigOption.TAKER_ENABLED),
                number(ConfigOption.TAKER_MAX_RATE),
                number(ConfigOption.TAKER_SLIPPAGE) * BPS_PER_PERCENT,
                scaled(makerFeePct(), PERCENT_AS_RATIO12),
                scaled(takerFeePct(), PERCENT_AS_RATIO12));
    }

    /**
     * When the solver solves, what its model leaves to choice, and how long its tables hold.
     *
     * @return settings for the instruments that are quoted by a table
     */
    public SolverSettings solver() {
        return new SolverSettings(
                integer(ConfigOption.SOLVER_INTERVAL) * NS_PER_MS,
                SolverSettings.DEFAULT.leastIntervalNs(),
                number(ConfigOption.SOLVER_DRIFT) / PERCENT,
                integer(ConfigOption.SOLVER_REPORT) * NS_PER_MS,
                integer(ConfigOption.SOLVER_FRESH) * NS_PER_MS,
                integer(ConfigOption.SOLVER_MAX_AGE) * NS_PER_MS,
                (int) integer(ConfigOption.SOLVER_DELAY),
                false,
                new ModelShape(
                        (int) integer(ConfigOption.SOLVER_NODES),
                        ModelShape.DEFAULT.signalLimit(),
                        number(ConfigOption.SOLVER_HORIZON),
                        number(ConfigOption.SOLVER_SLIP),
                        number(ConfigOption.SOLVER_MAX_OFFSET),
                        number(ConfigOption.SOLVER_INVENTORY)));
    }

    /**
     * Fee on maker fills that carry none: as stated, else that of the tier.
     *
     * @return percent of the value traded, negative for a rebate
     */
    public String makerFeePct() {
        return isNone(ConfigOption.FEES_MAKER)
                ? FeeTier.of(integer(ConfigOption.FEES_TIER)).makerPct().toPlainString()
                : text(ConfigOption.FEES_MAKER);
    }

    /**
     * Fee on taker fills that carry none: as stated, else that of the tier.
     *
     * @return percent of the value traded
     */
    public String takerFeePct() {
        return isNone(ConfigOption.FEES_TAKER)
                ? FeeTier.of(integer(ConfigOption.FEES_TIER)).takerPct().toPlainString()
                : text(ConfigOption.FEES_TAKER);
    }

    private String of(final String coin, final InstrumentOption option) {
        final String path = ConfigReader.INSTRUMENTS + "." + coin + "." + option.key();
        return values.getOrDefault(path, option.defaultText());
    }

    private String of(final String coin, final InstrumentOption option, final ConfigOption otherwise) {
        final String own = of(coin, option);
        return own == null ? text(otherwise) : own;
    }

    private static long decimal8OrNull(final String text) {
        return text.equals("none") ? Long.MIN_VALUE : scaled(text, DECIMAL8);
    }

    private static long scaled(final String text, final int exponent) {
        return new BigDecimal(text)
                .movePointRight(exponent)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * Every option with the value in force, for reports and the start-up log.
     *
     * @return values by path, in the order of the table
     */
    public Map<String, String> effective() {
        final Map<String, String> effective = new LinkedHashMap<>();
        for (final ConfigOption option : ConfigOption.values()) {
            effective.put(option.path(), text(option));
        }
        return effective;
    }
}
