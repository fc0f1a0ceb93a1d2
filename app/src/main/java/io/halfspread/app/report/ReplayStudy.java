package io.halfspread.app.report;

import io.halfspread.app.replay.OrderedWatch;
import io.halfspread.app.replay.ReplayReport;
import io.halfspread.app.replay.ReplayResult;
import io.halfspread.codec.text.JsonOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a replay that is not recorded, while it runs. */
public final class ReplayStudy {
    private static final int PART_BYTES = 1 << 16;

    private final SessionFigures pass = new SessionFigures();

    /** Nothing seen yet. */
    public ReplayStudy() {}

    /**
     * A watch that feeds this study.
     *
     * @return to be attached to a replay
     */
    public OrderedWatch watch() {
        return new OrderedWatch(pass::onInput, (buffer, offset, length, sequence) -> pass.onOutput(buffer, offset));
    }

    /**
     * The report.
     *
     * @param result what the replay gave
     * @param build  version of this program
     * @param input  what was replayed
     * @param config SHA-256 of the wiring
     * @return what it came to
     */
    public Report report(final ReplayResult result, final String build, final Path input, final String config) {
        final Figures figures = pass.figures();
        return new Report(
                Provenance.ofReplay(
                        build,
                        String.valueOf(input.toAbsolutePath().getFileName()),
                        config,
                        figures,
                        RunFacts.of(JsonOutput.of(facts(result, input)))),
                figures);
    }

    /**
     * What a replay says of itself, for the file beside its capture.
     *
     * @param result what it gave
     * @param input  what was replayed; of a file its SHA-256 is one of the facts
     * @return members in order
     */
    public static Map<String, Object> facts(final ReplayResult result, final Path input) {
        final Map<String, Object> facts = new LinkedHashMap<>(ReplayReport.json(result));
        facts.put("input_sha256", Files.isRegularFile(input) ? sha256(input) : null);
        facts.put("jvm", RunFacts.jvm());
        return facts;
    }

    private static String sha256(final Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            final byte[] part = new byte[PART_BYTES];
            for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
