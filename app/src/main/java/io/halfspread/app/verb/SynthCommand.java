package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.sim.SessionPlan;
import io.halfspread.sim.SyntheticSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a synthetic session of raw frames from a seed. */
@Command(
        name = "synth",
        mixinStandardHelpOptions = true,
        description = "Write a synthetic session of raw frames from a seed; the same seed gives the same file.")
public final class SynthCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Gzip file to write; must not exist.")
    private Path file;

    @Option(names = "--seed", paramLabel = "N", description = "Seed (default 1).")
    private long seed = 1;

    @Option(names = "--seconds", paramLabel = "N", description = "Length, 1 to 86400 (default 120).")
    private int seconds = 120;

    @Option(names = "--asset", paramLabel = "COIN", description = "Coin (default HYPE).")
    private String coin = "HYPE";

    @Option(names = "--sz-decimals", paramLabel = "N", description = "Decimals of a size (default 2).")
    private int szDecimals = 2;

    @Option(names = "--price", paramLabel = "USD", description = "Price at the start (default 40).")
    private double price = 40;

    @Option(names = "--fast-book", description = "Subscribe the five-level book too.")
    private boolean fastBook;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public SynthCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        final SessionPlan plan = plan();
        if (Files.exists(file)) {
            throw Failure.badInput(file + ": exists already; accepted: a new file");
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            SyntheticSession.write(out, plan);
        }
        terminal.out().println("wrote " + file);
        terminal.out().flush();
        return 0;
    }

    private SessionPlan plan() {
        try {
            return new SessionPlan(seed, seconds, coin, szDecimals, price, fastBook);
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
    }
}
