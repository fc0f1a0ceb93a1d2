package io.halfspread.app.demo;

import io.halfspread.app.console.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What happens in a demonstration: early on a parameter drop that is accepted, in the middle one that is refused, later a
 * connection that the venue cuts. The files are real and go the way of every drop.
 */
final class DemoScript {
    private static final String ACCEPTED =
            "{\n  # lean harder against inventory\n  \"skew_adjustment_factor\": 0.8,\n  \"min_spread_base_ratio\": 0.3\n}\n";
    private static final String REFUSED = "{\"skew_adjustment_factor\": 9.0}\n";
    private static final double ACCEPTED_AT = 0.30;
    private static final double REFUSED_AT = 0.50;
    private static final double CUT_AT = 0.65;

    private final Path drops;
    private final long lengthNs;
    private final Runnable onDrop;
    private final Runnable cut;
    private int done;

    /**
     * A script for a session.
     *
     * @param drops    the drops folder
     * @param lengthNs how long the session runs
     * @param onDrop   told after a file was placed
     * @param cut      cuts a connection
     */
    DemoScript(final Path drops, final long lengthNs, final Runnable onDrop, final Runnable cut) {
        this.drops = drops;
        this.lengthNs = lengthNs;
        this.onDrop = onDrop;
        this.cut = cut;
    }

    /** Does what is due at a time since the start. */
    void at(final long elapsedNs) {
        final double share = (double) elapsedNs / lengthNs;
        if (done == 0 && share >= ACCEPTED_AT) {
            done = 1;
            drop("lean-harder.json", ACCEPTED);
        } else if (done == 1 && share >= REFUSED_AT) {
            done = 2;
            drop("too-much.json", REFUSED);
        } else if (done == 2 && share >= CUT_AT) {
            done = 3;
            cut.run();
        }
    }

    /** Written beside the folder and moved into it, so that nobody reads half a file. */
    private void drop(final String name, final String text) {
        try {
            Files.createDirectories(drops);
            final Path written = drops.resolveSibling(name + ".new");
            Files.write(written, text.getBytes(StandardCharsets.UTF_8));
            Files.move(written, drops.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (final IOException e) {
            throw Failure.environment(drops + ": cannot be written: " + e.getMessage());
        }
        onDrop.run();
    }
}
