package io.halfspread.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a synthetic session to a gzip file: how {@code config/sessions} was made. */
public final class SyntheticSessionFile {
    private static final int ARGUMENTS = 6;

    private SyntheticSessionFile() {}

    /**
     * Writes the file named by the first argument.
     *
     * @param args file, seed, seconds, coin, size decimals, start price
     * @throws IOException when the file cannot be written
     */
    public static void main(final String[] args) throws IOException {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException("expected FILE SEED SECONDS COIN SZ_DECIMALS START_PRICE");
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            SyntheticSession.write(
                    out,
                    Long.parseLong(args[1]),
                    Integer.parseInt(args[2]),
                    args[3],
                    Integer.parseInt(args[4]),
                    Double.parseDouble(args[5]));
        }
    }
}
