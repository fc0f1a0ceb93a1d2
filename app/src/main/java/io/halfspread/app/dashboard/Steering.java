package io.halfspread.app.dashboard;

import io.halfspread.app.control.ControlFolder;
import io.halfspread.app.control.ModeWish;
import io.halfspread.gateway.tuning.TuningFault;
import io.halfspread.gateway.tuning.TuningFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person may do from the page, done as from the command line: a wish for a mode is a file in the control folder, a
 * parameter file one in the drops folder, checked here first. What came of it the session's own events tell.
 */
public final class Steering {
    /** Name that begins the files of this page in the control folder and in the drops folder. */
    public static final String PREFIX = "dashboard-";

    private final ControlFolder control;
    private final Path drops;
    private int number;

    /**
     * Steers by two folders.
     *
     * @param control folder of the session's trading mode
     * @param drops   folder of parameter overlays
     */
    public Steering(final ControlFolder control, final Path drops) {
        this.control = control;
        this.drops = drops;
    }

    /**
     * What came of a request.
     *
     * @param ok   whether it was passed on
     * @param json members of the answer
     */
    record Answer(boolean ok, Map<String, Object> json) {
        static Answer refused(final String message) {
            return new Answer(false, Map.of("error", message));
        }
    }

    /** Asks for the mode of a wish written as JSON. */
    Answer mode(final String text) throws IOException {
        final ModeWish wish;
        try {
            wish = ModeWish.parse(text);
        } catch (final IllegalArgumentException e) {
            return Answer.refused(e.getMessage());
        }
        final String name = nextName();
        control.drop(name, wish);
        return new Answer(true, Map.of("file", name));
    }

    /** Checks a parameter file; faults are told all at once. */
    Answer check(final String text) {
        final TuningFile file = TuningFile.of(text.getBytes(StandardCharsets.UTF_8));
        if (file.accepted()) {
            return new Answer(true, Map.of("sha256", file.sha256().hex()));
        }
        final List<Object> faults = new ArrayList<>();
        for (final TuningFault fault : file.faults()) {
            final Map<String, Object> json = new LinkedHashMap<>();
            json.put("line", fault.line());
            json.put("column", fault.column());
            json.put("key", fault.key());
            json.put("message", fault.message());
            faults.add(json);
        }
        return new Answer(false, Map.of("error", "not accepted; nothing was changed", "faults", faults));
    }

    /** Drops a parameter file that passes the check. */
    Answer drop(final String text) throws IOException {
        final Answer checked = check(text);
        if (!checked.ok()) {
            return checked;
        }
        final String name = nextName();
        Files.createDirectories(drops);
        final Path written = Files.writeString(drops.resolve("." + name + ".new"), text);
        Files.move(written, drops.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return new Answer(true, Map.of("file", name, "sha256", checked.json().get("sha256")));
    }

    private String nextName() {
        return PREFIX + System.currentTimeMillis() + "-" + ++number + ".json";
    }
}
