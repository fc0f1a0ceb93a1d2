package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.soak.PlanFiles;
import io.halfspread.sim.exchange.Rule;
import io.halfspread.sim.faults.FaultKind;
import io.halfspread.sim.server.SimNetwork;
import io.halfspread.sim.server.SimVenue;
import io.halfspread.sim.server.VenueConfig;
import io.halfspread.sim.server.VenueRule;
import io.halfspread.sim.wire.WireDecimal;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the simulated venue alone. */
@Command(
        name = "sim",
        mixinStandardHelpOptions = true,
        description = "Run the simulated venue on 127.0.0.1: /info, /exchange and /ws. Ends on Ctrl-C.")
public final class SimCommand implements Callable<Integer> {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    @Option(names = "--port", paramLabel = "P", description = "Port on 127.0.0.1 (default 3001; 0 for any).")
    private int port = 3001;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the market (default 1).")
    private long seed = 1;

    @Option(
            names = "--asset",
            paramLabel = "COINS",
            description = "Coins, separated by commas or repeated (default HYPE, or all of a recording); asset ids in"
                    + " this order.")
    private List<String> assets = List.of();

    @Option(names = "--account", paramLabel = "ADDRESS=USDC", description = "An account and its deposit; repeatable.")
    private List<String> accounts = List.of();

    @Option(
            names = "--sub-account",
            paramLabel = "ADDRESS=MASTER",
            description = "A sub-account with a deposit of 10000 USDC; repeatable.")
    private List<String> subAccounts = List.of();

    @Option(names = "--network", paramLabel = "NAME", description = "mainnet or testnet (default testnet).")
    private String network = "testnet";

    @Option(
            names = "--block-ms",
            paramLabel = "N",
            description = "Fixed time between blocks, 0 for a block at once; else drawn, about 70 ms.")
    private Integer blockMs;

    @Option(
            names = "--without",
            paramLabel = "RULES",
            description = "Rules to switch off, separated by commas; 'help' lists them.")
    private List<String> without = List.of();

    @Mixin
    private RecordingOptions recording;

    @Option(names = "--no-flow", description = "No simulated participants: clients are alone.")
    private boolean noFlow;

    @Option(
            names = "--faults",
            paramLabel = "PLAN",
            description = "What goes wrong: a file, or one of wire, sockets, requests, orders, market, everything.")
    private String faults;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public SimCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (StopSignals signals = new StopSignals();
                SimVenue venue = open(config())) {
            recording.announce(terminal.err());
            terminal.out().println("ready 127.0.0.1:" + venue.port());
            terminal.out().flush();
            serve(venue, signals);
            count(venue);
            return 0;
        }
    }

    private void serve(final SimVenue venue, final StopSignals signals) {
        boolean over = false;
        while (!signals.isRequested()) {
            if (!over && venue.isRecordingOver()) {
                over = true;
                terminal.err().println("the recording is over; its last books stay");
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    private void count(final SimVenue venue) {
        if (faults != null) {
            final Map<FaultKind, Long> kinds = new EnumMap<>(FaultKind.class);
            venue.faults().forEach(fault -> kinds.merge(fault.kind(), 1L, Long::sum));
            terminal.err()
                    .println("faults injected: " + venue.faultCount()
                            + kinds.entrySet().stream()
                                    .map(each -> ", " + each.getKey().word() + " " + each.getValue())
                                    .collect(Collectors.joining()));
        }
    }

    private static SimVenue open(final VenueConfig config) {
        try {
            return SimVenue.start(config);
        } catch (final UncheckedIOException e) {
            throw Failure.environment(e.getMessage());
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
    }

    private VenueConfig config() {
        try {
            final VenueConfig.Builder builder =
                    VenueConfig.builder().port(port).seed(seed).network(network(network));
            if (blockMs != null) {
                builder.blockMs(blockMs);
            }
            if (noFlow) {
                builder.withoutFlow();
            }
            if (faults != null) {
                builder.faults(PlanFiles.read(faults));
            }
            recording.play(builder, noFlow);
            split(assets).forEach(builder::coin);
            split(accounts).forEach(account -> addAccount(builder, account));
            split(subAccounts).forEach(account -> addSubAccount(builder, account));
            final Set<Rule> off = EnumSet.noneOf(Rule.class);
            split(without).forEach(rule -> switchOff(builder, off, rule));
            return builder.exchange(venue -> venue.without(off.toArray(Rule[]::new)))
                    .build();
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
    }

    private static SimNetwork network(final String name) {
        for (final SimNetwork network : SimNetwork.values()) {
            if (network.name().equalsIgnoreCase(name)) {
                return network;
            }
        }
        throw Failure.badInput("--network " + name + ": accepted: mainnet, testnet");
    }

    private static void addAccount(final VenueConfig.Builder builder, final String text) {
        final String[] parts = text.split("=", 2);
        if (parts.length < 2 || !parts[1].matches("\\d{1,9}(\\.\\d{1,8})?")) {
            throw Failure.badInput("--account " + text + ": accepted: ADDRESS=USDC");
        }
        builder.account(parts[0], WireDecimal.decimal8(parts[1]));
    }

    private static void addSubAccount(final VenueConfig.Builder builder, final String text) {
        final String[] parts = text.split("=", 2);
        if (parts.length < 2) {
            throw Failure.badInput("--sub-account " + text + ": accepted: ADDRESS=MASTER");
        }
        builder.subAccount(parts[0], parts[1], WireDecimal.decimal8("10000"));
    }

    private static void switchOff(final VenueConfig.Builder builder, final Set<Rule> off, final String text) {
        final String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        boolean known = false;
        for (final VenueRule rule : VenueRule.values()) {
            if (rule.name().equals(name)) {
                builder.without(rule);
                known = true;
            }
        }
        for (final Rule rule : Rule.values()) {
            if (rule.name().equals(name)) {
                off.add(rule);
                known = true;
            }
        }
        if (!known) {
            throw Failure.badInput("--without " + text + ": accepted: "
                    + Stream.concat(Arrays.stream(VenueRule.values()), Arrays.stream(Rule.values()))
                            .map(rule -> ((Enum<?>) rule)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-'))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static List<String> split(final List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
