package io.halfspread.app.verb;

import io.halfspread.app.console.Terminal;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete verbs and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print the completion of verbs and options for bash and zsh.",
        footer = {
            "",
            "For this shell: source <(scripts/halfspread completion)",
            "For every bash: scripts/halfspread completion > ~/.local/share/bash-completion/completions/halfspread"
        })
public final class CompletionCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    /**
     * A verb.
     *
     * @param terminal where the script goes
     */
    public CompletionCommand(final Terminal terminal) {
        this.terminal = Objects.requireNonNull(terminal);
    }

    @Override
    public void run() {
        final CommandLine root = spec.root().commandLine();
        terminal.out().print(AutoComplete.bash(spec.root().name(), root));
    }
}
