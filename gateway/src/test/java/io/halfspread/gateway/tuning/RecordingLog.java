package io.halfspread.gateway.tuning;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the lines it is told. */
final class RecordingLog implements TuningLog {
    final List<String> infos = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    public void info(final String line) {
        infos.add(line);
    }

    @Override
    public void warn(final String line) {
        warnings.add(line);
    }
}
