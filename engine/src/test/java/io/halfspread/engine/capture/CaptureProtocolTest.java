package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.TimerEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented layout is the written one, and another language can read it. */
final class CaptureProtocolTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("halfspread.home"), "docs", "protocol");
    private static final int BYTES_A_LINE = 16;

    @TempDir
    Path folder;

    @Test
    void shouldShowTheseBytesInTheDocumentWhenOneTimerIsRecorded() throws IOException {
        final Path capture = folder.resolve("capture");
        final UnsafeBuffer message = new UnsafeBuffer(new byte[64]);
        final TimerEncoder timer = new TimerEncoder();
        timer.wrapAndApplyHeader(message, 0, new MessageHeaderEncoder())
                .ingestNs(1_765_324_800_100_000_000L)
                .venueNs(TimerEncoder.venueNsNullValue())
                .instrument(TimerEncoder.instrumentNullValue());
        try (CaptureWriter writer = CaptureWriter.open(capture, SampleSession.IDENTITY, SampleSession.SMALL)) {
            writer.appendInput(message, 0, MessageHeaderEncoder.ENCODED_LENGTH + timer.encodedLength(), 41);
        }
        final byte[] bytes = Files.readAllBytes(capture.resolve("segment-000000.hsc"));

        final String document = Files.readString(DOCUMENT.resolve("capture.md"));

        for (int at = 0; at < bytes.length; at += BYTES_A_LINE) {
            final StringBuilder line = new StringBuilder(String.format("%04x ", at));
            for (int i = at; i < Math.min(bytes.length, at + BYTES_A_LINE); i++) {
                line.append(String.format(" %02x", bytes[i]));
            }
            assertTrue(document.contains(line), "capture.md lacks the line\n" + line);
        }
    }

    @Test
    void shouldReadTheSameRecordsWhenPythonReads() throws IOException, InterruptedException {
        final Path capture = folder.resolve("capture");
        final SampleSession session = SampleSession.record(capture, 31, 60);
        final Path output = folder.resolve("output");
        final Process python;
        try {
            python = new ProcessBuilder(
                            "python3", DOCUMENT.resolve("read_capture.py").toString(), capture.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (final IOException e) {
            Assumptions.abort("no python3 here: skipped");
            return;
        }
        assertTrue(python.waitFor(60, TimeUnit.SECONDS), "python3 ended");

        final List<String> expected = new ArrayList<>();
        for (final SampleSession.Message message : session.messages) {
            final int template = new UnsafeBuffer(message.bytes()).getShort(2);
            expected.add((message.input() ? "input " : "output ") + message.sequence() + " " + template + " "
                    + message.bytes().length);
        }

        assertEquals(expected, Files.readAllLines(output));
        assertEquals(0, python.exitValue());
    }
}
