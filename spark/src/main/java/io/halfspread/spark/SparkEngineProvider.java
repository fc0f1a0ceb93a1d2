package io.halfspread.spark;

import io.halfspread.app.sweep.run.SweepEngine;
import io.halfspread.app.sweep.run.SweepEngineProvider;

/** Offers Spark as an engine of sweeps, {@code --engine spark}. Found as a service. */
public final class SparkEngineProvider implements SweepEngineProvider {
    /** Called by the service loader. */
    public SparkEngineProvider() {}

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public SweepEngine open(final Request request) {
        return SparkEngine.start(request);
    }
}
