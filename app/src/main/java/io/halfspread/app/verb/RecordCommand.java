package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Progress;
import io.halfspread.app.console.StopSignals;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.record.RecordRequest;
import io.halfspread.app.record.RecordResult;
import io.halfspread.app.record.RecordRun;
import io.halfspread.codec.text.JsonOutput;
import io.halfspread.gateway.net.WebSocketAddress;
import io.halfspread.gateway.session.ConnectionPlan;
import io.halfspread.gateway.session.MarketStream;
import io.halfspread.gateway.session.VenueNetwork;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records the venue's market data. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Record the venue's market data: a capture, and the raw frames beside it. Needs no key.")
public final class RecordCommand implements Callable<Integer> {
    private static final double MAX_SECONDS = 1e9;
    private static final int MIB = 1 << 20;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(names = "--network", paramLabel = "NAME", description = "mainnet or testnet; else as configured.")
    private String network;

    @Option(
            names = "--venue-url",
            paramLabel = "URL",
            description = "Another venue, like http://127.0.0.1:3001; its socket is at /ws.")
    private String venueUrl;

    @Option(names = "--asset", paramLabel = "COINS", description = "Coins, separated by commas; else as configured.")
    private String assets;

    @Option(
            names = "--streams",
            paramLabel = "LIST",
            description = "bbo, trades, l2Book, fastL2Book, activeAssetCtx, allMids; else all.")
    private String streams;

    @Option(names = "--seconds", paramLabel = "N", description = "How long; else until interrupted.")
    private double seconds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A new or empty folder; else one named by the time in the configured folder of captures.")
    private Path out;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;
    private final String build;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     * @param build    version of this program
     */
    public RecordCommand(final Terminal terminal, final String build) {
        this.terminal = terminal;
        this.build = build;
    }

    @Override
    public Integer call() {
        final RecordRequest request = request(config.load());
        final String url = request.address().uri().toString();
        terminal.err().println("record: " + url + " to " + request.folder());
        try (StopSignals signals = new StopSignals()) {
            final RecordResult result;
            try (Progress progress = output.progress(terminal, "record")) {
                result = new RecordRun(request, build, note -> terminal.err().println("record: " + note))
                        .run(progress, signals::isRequested);
            }
            if (output.json()) {
                terminal.out().println(JsonOutput.of(result.json()));
            } else {
                result.print(terminal.out());
            }
            terminal.out().flush();
            if (result.trouble() != null) {
                throw Failure.environment(result.trouble());
            }
            if (result.frames() == 0 && !result.interrupted()) {
                throw Failure.environment("nothing came from " + url + "; is it reachable from here?");
            }
            return 0;
        }
    }

    private RecordRequest request(final HalfspreadConfig wiring) {
        if (!(seconds >= 0 && seconds <= MAX_SECONDS)) {
            throw Failure.badInput("--seconds " + seconds + ": accepted: above 0 up to 1e9");
        }
        final List<String> coins = assets == null ? wiring.assets() : HalfspreadConfig.coinList(assets);
        if (coins.isEmpty()) {
            throw Failure.badInput("--asset " + assets + ": accepted: coins, separated by commas");
        }
        final Set<MarketStream> wanted = streams();
        final String base = baseUrl(wiring);
        final WebSocketAddress address;
        try {
            ConnectionPlan.of(coins, wanted);
            address = WebSocketAddress.beside(base, VenueNetwork.SOCKET_PATH);
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
        return new RecordRequest(
                address,
                address.host(),
                coins,
                wanted,
                out == null
                        ? Path.of(wiring.text(ConfigOption.CAPTURE_FOLDER), "record-" + STAMP.format(Instant.now()))
                        : out,
                (int) wiring.integer(ConfigOption.CAPTURE_SEGMENT) * MIB,
                seconds);
    }

    private String baseUrl(final HalfspreadConfig wiring) {
        if (venueUrl != null && network != null) {
            throw Failure.badInput("--network and --venue-url exclude each other");
        }
        if (venueUrl != null) {
            return venueUrl;
        }
        if (network == null && !wiring.isNone(ConfigOption.VENUE_URL)) {
            return wiring.text(ConfigOption.VENUE_URL);
        }
        final String name = network == null ? wiring.text(ConfigOption.VENUE_NETWORK) : network;
        try {
            return VenueNetwork.valueOf(name.toUpperCase(Locale.ROOT)).baseUrl();
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--network " + name + ": accepted: mainnet, testnet");
        }
    }

    private Set<MarketStream> streams() {
        final Set<MarketStream> wanted = EnumSet.noneOf(MarketStream.class);
        if (streams == null) {
            wanted.addAll(ofMarket());
            return wanted;
        }
        for (final String name : HalfspreadConfig.coinList(streams)) {
            wanted.add(ofMarket().stream()
                    .filter(stream -> stream.text().equals(name))
                    .findAny()
                    .orElseThrow(() -> Failure.badInput("--streams " + name + ": accepted: "
                            + ofMarket().stream().map(MarketStream::text).collect(Collectors.joining(", ")))));
        }
        return wanted;
    }

    private static List<MarketStream> ofMarket() {
        return Arrays.stream(MarketStream.values())
                .filter(stream -> !stream.perUser())
                .toList();
    }
}
