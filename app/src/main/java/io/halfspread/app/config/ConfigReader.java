package io.halfspread.app.config;

import io.halfspread.codec.text.NearestName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the text of a configuration into checked values by path, collecting every problem. The strict look decides what
 * is accepted; Chronicle Wire reads the values.
 */
final class ConfigReader {
    static final String INSTRUMENTS = "instruments";
    private static final double WIRE_PRECISION = 1e-9;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> coins = new LinkedHashSet<>();
    private final List<String> unknownSections = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private ConfigReader() {}

    static ConfigReader of(final String text) {
        final ConfigReader reader = new ConfigReader();
        final YamlOutline outline = YamlOutline.of(text);
        reader.problems.addAll(outline.problems());
        outline.entries().forEach(reader::entry);
        reader.coins.forEach(reader::complete);
        if (reader.problems.isEmpty()) {
            reader.compareWithWire(text, outline.entries());
        }
        if (reader.coins.isEmpty() && reader.problems.isEmpty()) {
            reader.problem(0, INSTRUMENTS, "no instrument is configured; give each coin a row");
        }
        reader.problems.sort(Comparator.comparingInt(ConfigProblem::line));
        return reader;
    }

    /** Values as written, by path; only paths the file states. */
    Map<String, String> values() {
        return values;
    }

    /** Coins of the instruments table, in file order. */
    List<String> coins() {
        return List.copyOf(coins);
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    static Stream<String> paths() {
        return Arrays.stream(ConfigOption.values()).map(ConfigOption::path);
    }

    private void entry(final YamlEntry entry) {
        final String path = entry.path();
        if (path.equals(INSTRUMENTS) || path.startsWith(INSTRUMENTS + ".")) {
            instrument(entry);
            return;
        }
        if (unknownSections.stream().anyMatch(path::startsWith)) {
            return;
        }
        if (entry.section()) {
            if (paths().noneMatch(known -> known.startsWith(path + "."))) {
                unknownSections.add(path + ".");
                unknown(
                        entry,
                        path,
                        Stream.concat(paths().map(ConfigReader::section), Stream.of(INSTRUMENTS))
                                .toList());
            }
            return;
        }
        for (final ConfigOption option : ConfigOption.values()) {
            if (option.path().equals(path)) {
                accept(entry, option.type());
                return;
            }
        }
        unknown(entry, path, paths().toList());
    }

    private static String section(final String path) {
        final int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private void instrument(final YamlEntry entry) {
        if (entry.path().equals(INSTRUMENTS)) {
            if (!entry.section()) {
                problem(entry.line(), INSTRUMENTS, "a section with a row for each coin is expected");
            }
            return;
        }
        final String below = entry.path().substring(INSTRUMENTS.length() + 1);
        if (entry.section()) {
            coin(entry, below);
            return;
        }
        final int dot = below.lastIndexOf('.');
        if (dot < 0 || !coins.contains(below.substring(0, dot))) {
            problem(entry.line(), entry.path(), "a coin with its options indented below it is expected");
            return;
        }
        final String key = below.substring(dot + 1);
        for (final InstrumentOption option : InstrumentOption.values()) {
            if (option.key().equals(key)) {
                accept(entry, option.type());
                return;
            }
        }
        unknown(
                entry,
                key,
                Arrays.stream(InstrumentOption.values())
                        .map(InstrumentOption::key)
                        .toList());
    }

    private void coin(final YamlEntry entry, final String coin) {
        final boolean ascii = coin.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '.' && c != ',');
        if (coin.length() > 16 || !ascii) {
            problem(
                    entry.line(),
                    entry.path(),
                    "a coin is the venue's name for it: 1 to 16 ASCII characters, no dot or comma");
        }
        coins.add(coin);
    }

    private void accept(final YamlEntry entry, final OptionType type) {
        if (type.accepts(entry.text(), entry.quoted())) {
            values.put(entry.path(), entry.text());
        } else {
            problem(entry.line(), entry.path(), entry.text() + " is not accepted; accepted: " + type.accepted());
        }
    }

    private void unknown(final YamlEntry entry, final String name, final List<String> known) {
        problem(entry.line(), entry.path(), "unknown option; the nearest known one is " + NearestName.of(name, known));
    }

    private void complete(final String coin) {
        for (final InstrumentOption option : InstrumentOption.values()) {
            final String path = INSTRUMENTS + "." + coin + "." + option.key();
            final boolean refused =
                    problems.stream().anyMatch(problem -> problem.key().equals(path));
            if (option.required() && !values.containsKey(path) && !refused) {
                problem(0, path, "must be stated: " + option.why());
            }
        }
        sizes(INSTRUMENTS + "." + coin + ".");
    }

    private void sizes(final String prefix) {
        final String lots = values.get(prefix + InstrumentOption.SZ_DECIMALS.key());
        final String order = values.get(prefix + InstrumentOption.ORDER_SIZE.key());
        final String limit = values.get(prefix + InstrumentOption.MAX_POSITION.key());
        if (lots == null || order == null || limit == null) {
            return;
        }
        final BigDecimal size = new BigDecimal(order);
        if (size.compareTo(new BigDecimal(limit)) > 0) {
            problem(0, prefix + InstrumentOption.ORDER_SIZE.key(), order + " is above max_position " + limit);
        }
        final boolean usd = "usd".equals(values.get(prefix + InstrumentOption.SIZES_IN.key()));
        if (!usd && size.compareTo(BigDecimal.ONE.movePointLeft(Integer.parseInt(lots))) < 0) {
            problem(
                    0,
                    prefix + InstrumentOption.ORDER_SIZE.key(),
                    order + " is less than a lot of " + lots + " decimals");
        }
    }

    private void compareWithWire(final String text, final List<YamlEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        final Map<String, Object> read;
        try {
            read = WireYaml.read(text);
        } catch (final RuntimeException | AssertionError e) {
            problem(
                    0,
                    "",
                    "Chronicle Wire does not read it (" + e.getClass().getSimpleName() + "); write plain key: value");
            return;
        }
        for (final YamlEntry entry : entries) {
            if (!entry.section() && !read.containsKey(entry.path())) {
                problem(
                        entry.line(),
                        entry.path(),
                        "Chronicle Wire does not find this line; write it as a plain key: value");
            }
        }
    }

    private void problem(final int line, final String key, final String message) {
        problems.add(new ConfigProblem(line, key, message));
    }
}
