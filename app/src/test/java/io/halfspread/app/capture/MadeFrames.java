package io.halfspread.app.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;

/** Writes small recordings of made-up markets: books, touches and trades in turn, 100 ms apart. */
public final class MadeFrames {
    /** First day of the recordings. */
    public static final LocalDate DAY = LocalDate.of(2025, 3, 11);

    private static final long DAY_MS = 86_400_000L;
    private static final long STEP_MS = 100;
    private static final int KINDS = 3;
    private static final int CYCLE = 40;

    private MadeFrames() {}

    /** Milliseconds since the epoch at a time of a day. */
    public static long ms(final int day, final long offsetMs) {
        return DAY.plusDays(day).toEpochDay() * DAY_MS + offsetMs;
    }

    /** A gzip file of raw frames; receive times are 50 ms after the venue's. */
    public static Path gzip(final Path file, final String coin, final long fromMs, final int count) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                final long ms = fromMs + i * STEP_MS;
                out.write((ms + 50 + "000000 " + frame(coin, ms, i) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    /** An hour of one coin's books in the layout of the venue's archive, below a folder. */
    public static Path archiveHour(final Path top, final int day, final int hour, final String coin, final int count)
            throws IOException {
        final LocalDate date = DAY.plusDays(day);
        final Path file = top.resolve(
                "market_data/" + date.toString().replace("-", "") + "/" + hour + "/l2Book/" + coin + ".lz4");
        Files.createDirectories(file.getParent());
        try (OutputStream out = new LZ4FrameOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                final String second = String.format("%02d.%d46545473", i / 10, i % 10);
                final long ms = ms(day, hour * 3_600_000L + i * STEP_MS);
                out.write(("{\"time\":\"" + date + "T" + String.format("%02d", hour) + ":00:" + second
                                + "\",\"ver_num\":1,\"raw\":" + frame(coin, ms, 0) + "}\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    private static String frame(final String coin, final long ms, final int i) {
        final int px = 1000 + i % CYCLE;
        final String bid = level(px);
        final String ask = level(px + 1);
        return switch (i % KINDS) {
            case 0 ->
                "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"" + coin + "\",\"time\":" + ms + ",\"levels\":[[" + bid
                        + "," + level(px - 1) + "],[" + ask + "," + level(px + 2) + "]]}}";
            case 1 ->
                "{\"channel\":\"bbo\",\"data\":{\"coin\":\"" + coin + "\",\"time\":" + ms + ",\"bbo\":[" + bid + ","
                        + ask + "]}}";
            default ->
                "{\"channel\":\"trades\",\"data\":[{\"coin\":\"" + coin + "\",\"side\":\"B\",\"px\":\"" + (px + 1)
                        + ".0\",\"sz\":\"1.0\",\"time\":" + ms + ",\"hash\":\"0x0\",\"tid\":" + (7_000_000 + i)
                        + ",\"users\":[\"0x0\",\"0x0\"]}]}";
        };
    }

    private static String level(final int px) {
        return "{\"px\":\"" + px + ".0\",\"sz\":\"2.0\",\"n\":1}";
    }
}
