package io.halfspread.app.verb;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.console.Home;
import io.halfspread.app.console.Terminal;
import io.halfspread.app.doctor.AccountCheckUp;
import io.halfspread.app.doctor.CheckUp;
import io.halfspread.app.doctor.Finding;
import io.halfspread.app.doctor.Grade;
import io.halfspread.codec.text.JsonOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks JVM, machine and configuration. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Check JVM, flags, cores, clock source, file system, limits and, when one is configured, the account;"
                        + " exit 3 when something fails.")
public final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config;

    @Option(names = "--json", description = "One JSON object on stdout.")
    private boolean json;

    private final Terminal terminal;

    /**
     * Creates the verb.
     *
     * @param terminal its streams
     */
    public DoctorCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final HalfspreadConfig loaded = config.load();
        final List<Finding> findings = new ArrayList<>(new CheckUp(Home.path(), loaded, Path.of("/")).run());
        findings.addAll(
                new AccountCheckUp(loaded, System.getenv(), Path.of("").toAbsolutePath(), System::currentTimeMillis)
                        .run());
        final boolean ok = findings.stream().noneMatch(finding -> finding.grade() == Grade.FAIL);
        if (json) {
            final Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", ok);
            result.put("findings", findings.stream().map(DoctorCommand::members).toList());
            terminal.out().println(JsonOutput.of(result));
        } else {
            findings.forEach(finding -> terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%-4s  %-16s  %s", finding.grade(), finding.check(), finding.text())));
        }
        terminal.out().flush();
        return ok ? 0 : Failure.ENVIRONMENT;
    }

    private static Map<String, Object> members(final Finding finding) {
        final Map<String, Object> members = new LinkedHashMap<>();
        members.put("grade", finding.grade().name());
        members.put("check", finding.check());
        members.put("text", finding.text());
        return members;
    }
}
