package io.halfspread.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. The message names the file and every fault, in one line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    ConfigException(final String name, final List<ConfigProblem> problems) {
        super(name + ": " + problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every fault.
     *
     * @return the faults in text order
     */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
