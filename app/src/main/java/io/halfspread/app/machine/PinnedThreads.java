package io.halfspread.app.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The pins of a session in a file beside its capture, a line each, so that {@code status} shows them: role, number of the
 * thread, core asked for, cores allowed.
 */
public final class PinnedThreads {
    private static final String NAME = "threads.txt";
    private static final int MEMBERS = 4;

    private PinnedThreads() {}

    /**
     * Adds a pin.
     *
     * @param capture folder of the session
     * @param pin     the pin
     * @throws IOException when the file cannot be written
     */
    public static void add(final Path capture, final ThreadPin pin) throws IOException {
        Files.writeString(
                capture.resolve(NAME),
                String.join(
                                " ",
                                pin.role(),
                                Long.toString(pin.thread()),
                                Integer.toString(pin.core()),
                                "" + pin.allowed())
                        + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /**
     * Reads the pins of a session.
     *
     * @param capture folder of the session
     * @return the pins; none when it pins nothing or the file cannot be read
     */
    public static List<ThreadPin> of(final Path capture) {
        final List<ThreadPin> pins = new ArrayList<>();
        try {
            for (final String line : Files.readAllLines(capture.resolve(NAME))) {
                final String[] members = line.split(" ", MEMBERS);
                if (members.length == MEMBERS) {
                    pins.add(new ThreadPin(
                            members[0],
                            Long.parseLong(members[1]),
                            Integer.parseInt(members[2]),
                            CoreList.of(members[MEMBERS - 1]),
                            ""));
                }
            }
        } catch (final IOException | NumberFormatException e) {
            return List.of();
        }
        return pins;
    }
}
