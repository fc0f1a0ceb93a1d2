package io.halfspread.app.verb;

import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.live.AccountExit;
import io.halfspread.codec.text.JsonOutput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes an account out of the market. */
@Command(
        name = "flatten",
        mixinStandardHelpOptions = true,
        description = "Cancel every open order of the account in these coins and close its positions there; run it"
                + " again at any time. The key comes from PRIVATE_KEY.")
public final class FlattenCommand implements Callable<Integer> {
    @Mixin
    private VenueOptions venue;

    @Option(names = "--keep-position", description = "Cancel only.")
    private boolean keepPosition;

    @Mixin
    private ConfigOptions config;

    @Mixin
    private OutputOptions output;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public FlattenCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final AccountExit exit = AccountExit.run(venue.over(config.load()), !keepPosition, terminal.err()::println);
        if (output.json()) {
            terminal.out().println(JsonOutput.of(exit.json()));
        } else {
            exit.print(terminal.out());
        }
        terminal.out().flush();
        return exit.isDone() ? 0 : Failure.CHECK_FAILED;
    }
}
