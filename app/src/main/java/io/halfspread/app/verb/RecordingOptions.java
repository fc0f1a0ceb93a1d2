package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.sim.flow.CancelRule;
import io.halfspread.sim.flow.Recording;
import io.halfspread.sim.server.VenueConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** A recorded file in place of simulated participants. */
final class RecordingOptions {
    @Option(
            names = "--recorded",
            paramLabel = "FILE",
            description =
                    "Recorded frames that move the market in place of simulated participants: lines of receive"
                            + " time in ns and frame, plain or gzip. Their trades meet resting orders by the place in the queue.")
    private Path recorded;

    @Option(
            names = "--cancels",
            paramLabel = "RULE",
            description = "With --recorded, whose size leaves when a level shrinks by more than its trades: pessimistic"
                    + " (what is behind us, the default) or optimistic (what is ahead).")
    private String cancels;

    private Recording played;

    /** Has the venue play the file, when one is given. */
    void play(final VenueConfig.Builder venue, final boolean noFlow) {
        if (recorded == null) {
            if (cancels != null) {
                throw Failure.badInput("--cancels " + cancels + ": accepted: only with --recorded FILE");
            }
            return;
        }
        if (noFlow) {
            throw Failure.badInput("--recorded with --no-flow: accepted: one of them");
        }
        final CancelRule rule = rule();
        played = look();
        venue.recorded(played, rule);
    }

    /** Says what is played and what of the file is left out. */
    void announce(final PrintStream err) {
        if (played == null) {
            return;
        }
        if (played.skipped() > 0) {
            err.println(recorded + ": " + played.skipped() + " of " + played.lines()
                    + " lines are not of the form and left out, the first is line " + played.firstSkipped());
        }
        err.println(String.format(
                Locale.ROOT,
                "playing %s: %.0f s, %s",
                recorded.getFileName(),
                played.seconds(),
                played.coins().entrySet().stream()
                        .map(coin -> coin.getKey() + " with " + coin.getValue().trades() + " trades")
                        .collect(Collectors.joining(", "))));
    }

    private Recording look() {
        try {
            return Recording.of(recorded);
        } catch (final FileSystemException e) {
            throw new UncheckedIOException(e);
        } catch (final IOException e) {
            throw Failure.badInput("--recorded " + recorded + ": cannot be read: " + e.getMessage());
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput("--recorded " + e.getMessage());
        }
    }

    private CancelRule rule() {
        for (final CancelRule rule : CancelRule.values()) {
            if (cancels == null || rule.name().equalsIgnoreCase(cancels)) {
                return rule;
            }
        }
        throw Failure.badInput("--cancels " + cancels + ": accepted: pessimistic, optimistic");
    }
}
