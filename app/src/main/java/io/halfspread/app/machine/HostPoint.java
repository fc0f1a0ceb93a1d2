package io.halfspread.app.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One setting of the machine that a session cares for, from {@code config/host.points}, which {@code scripts/tuned-host} reads
 * too.
 *
 * @param name     what it is
 * @param files    pattern of the files below the root that hold it
 * @param accepted values that are right, the best first; {@code >0} is any number above 0
 * @param why      what is wrong with others
 */
public record HostPoint(String name, String files, List<String> accepted, String why) {
    private static final String ABOVE_ZERO = ">0";
    private static final int MEMBERS = 4;

    /**
     * Reads the points.
     *
     * @param home the project's folder
     * @return the points in their order
     * @throws IOException when the file cannot be read, or a line has not four members
     */
    public static List<HostPoint> of(final Path home) throws IOException {
        final Path file = home.resolve("config/host.points");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HostPoint::of)
                    .toList();
        } catch (final IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static HostPoint of(final String line) {
        final String[] members = line.split("\\|", MEMBERS);
        if (members.length < MEMBERS) {
            throw new IllegalArgumentException("'" + line + "' has not the form name|files|values|why");
        }
        return new HostPoint(members[0], members[1], Arrays.asList(members[2].split(" ")), members[MEMBERS - 1]);
    }

    /**
     * The value in force, where the kernel shows all and marks one by brackets.
     *
     * @param text content of a file
     * @return the value
     */
    public static String chosen(final String text) {
        final int open = text.indexOf('[');
        final int close = text.indexOf(']', open);
        return open >= 0 && close > open ? text.substring(open + 1, close) : text;
    }

    /**
     * Whether a value is right.
     *
     * @param value in force
     * @return true when it is accepted
     */
    public boolean isRight(final String value) {
        return accepted.contains(value) || accepted.contains(ABOVE_ZERO) && value.matches("0*[1-9]\\d{0,17}");
    }
}
