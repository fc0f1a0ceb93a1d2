package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The law as a filter: one JSON object a line in, one a line out, in order. */
@Command(
        name = "quote",
        mixinStandardHelpOptions = true,
        description = "Compute quotes by the law: JSON Lines on stdin, one result a line on stdout.",
        footer = {
            "",
            "Members: half_spread_bps, max_position, sz_decimals, mu_hat, mid, inventory, imbalance, spread_bps;",
            "optional: order_size, params (any of the seven tuning parameters; the rest default).",
            "A bad line gives {\"error\": ..} in its place; the rest go on, and the exit code is 2."
        })
public final class QuoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public QuoteCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        final QuoteLine law = new QuoteLine();
        final BufferedReader lines =
                new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), 1 << 16);
        boolean allGood = true;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            allGood &= law.answer(line);
            terminal.out().append(law.result()).append('\n');
            if (!lines.ready()) {
                terminal.out().flush();
            }
        }
        terminal.out().flush();
        return allGood ? 0 : Failure.BAD_INPUT;
    }
}
