package io.halfspread.app.verb;

import io.halfspread.app.config.ConfigOption;
import io.halfspread.app.config.HalfspreadConfig;
import picocli.CommandLine.Option;

/** Whether and where a session's page is served; each option replaces its member of the configuration. */
final class DashboardOptions {
    @Option(
            names = "--dashboard",
            negatable = true,
            description = "Serve the page on which the session is watched; else as configured.")
    private Boolean enabled;

    @Option(
            names = "--dashboard-port",
            paramLabel = "P",
            description = "Port of that page on 127.0.0.1, 0 for any free one; else as configured.")
    private String port;

    @Option(
            names = "--dashboard-control",
            negatable = true,
            description = "Let the page steer, with a token that is printed; else as configured.")
    private Boolean control;

    HalfspreadConfig over(final HalfspreadConfig wiring) {
        final HalfspreadConfig config = VenueOptions.with(wiring, ConfigOption.DASHBOARD_PORT, port);
        return with(with(config, ConfigOption.DASHBOARD_ENABLED, enabled), ConfigOption.DASHBOARD_CONTROL, control);
    }

    private static HalfspreadConfig with(final HalfspreadConfig config, final ConfigOption option, final Boolean flag) {
        return flag == null ? config : config.with(option, flag.toString());
    }
}
