package io.halfspread.engine.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class CaptureProcessTest {
    private static final int SEGMENT_LENGTH = 64 << 10;
    private static final int FOREVER = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void shouldKeepAPrefixOfTheSessionWhenWriterIsKilled() throws IOException, InterruptedException {
        final Path capture = folder.resolve("capture");
        final Process child =
                CaptureChild.command(capture, 21, FOREVER, SEGMENT_LENGTH).start();
        awaitSegments(child, capture, 3);
        final VerifyReport live = CaptureVerifier.verify(capture);
        final RecoveryReport early = CaptureRecovery.recover(capture);
        child.destroyForcibly().waitFor();

        final VerifyReport dead = CaptureVerifier.verify(capture);
        final RecoveryReport report = CaptureRecovery.recover(capture);

        assertEquals(null, live.problem());
        assertTrue(live.note().startsWith("is being written by process " + child.pid()), live.note());
        assertFalse(early.changed(), early.text());
        assertEquals(null, dead.problem());
        assertTrue(dead.note().startsWith("its writer died"), dead.note());
        assertEquals(CaptureStatus.RECOVERED, report.status(), report.text());
        assertEquals(null, CaptureVerifier.verify(capture).problem());
        final List<SampleSession.Message> kept = SampleSession.read(capture);
        final Path again = folder.resolve("again");
        final SampleSession same = SampleSession.record(
                again, 21, (int) ManifestFile.read(capture).totals().inputs(), CaptureSettings.OFFLINE);
        assertTrue(kept.size() > 1_000, "records kept");
        assertEquals(same.messages.subList(0, kept.size()), kept);
        assertEquals(CaptureStatus.ENDED, ManifestFile.read(again).status());
    }

    @Test
    void shouldRefuseTheFolderWhenAnotherProcessWritesThere() throws IOException, InterruptedException {
        final Path capture = folder.resolve("capture");
        final Process child =
                CaptureChild.command(capture, 22, -1_000, SEGMENT_LENGTH).start();
        awaitSegments(child, capture, 1);

        final List<String> second =
                CaptureChild.run("exec \"$@\"", CaptureChild.command(capture, 1, 1, SEGMENT_LENGTH), folder);

        assertTrue(child.isAlive(), "the first goes on");
        child.destroyForcibly().waitFor();
        assertEquals(1, second.size(), second.toString());
        assertTrue(second.get(0).startsWith("refused IN_USE " + capture), second.get(0));
        final List<String> third =
                CaptureChild.run("exec \"$@\"", CaptureChild.command(capture, 1, 1, SEGMENT_LENGTH), folder);
        assertTrue(third.get(0).startsWith("refused NOT_EMPTY " + capture), third.get(0));
    }

    @Test
    void shouldEndAtTheLastWholeRecordWhenFilesMayNotGrow() throws IOException, InterruptedException {
        final Path capture = folder.resolve("capture");
        final int tooBig = 4 << 20;

        final List<String> refused =
                CaptureChild.run("ulimit -f 2048; exec \"$@\"", CaptureChild.command(capture, 1, 10, tooBig), folder);

        assertTrue(refused.get(0).startsWith("refused ENVIRONMENT " + capture), refused.toString());
        assertFalse(Files.exists(capture.resolve("manifest.yaml")));
        assertEquals(List.of(), CaptureFolder.segmentFiles(capture));
    }

    @Test
    void shouldCountWhatWasLostWhenTheDiskIsFull() throws IOException, InterruptedException {
        final Path disk = Files.createDirectory(folder.resolve("disk"));
        final Path kept = Files.createDirectory(folder.resolve("kept"));
        final Path capture = disk.resolve("capture");
        final String mount = "mount -t tmpfs -o size=1m halfspread " + disk;
        Assumptions.assumeTrue(
                CaptureChild.run(
                                "unshare -m sh -c '" + mount + "' && echo yes; exit 0",
                                CaptureChild.command(disk, 0, 0, 4096),
                                folder)
                        .contains("yes"),
                "a tiny file system cannot be mounted here: skipped");

        final List<String> output = CaptureChild.run(
                "exec unshare -m sh -c '" + mount + " && \"$@\" && cp -r " + capture + " " + kept + "' sh \"$@\"",
                CaptureChild.command(capture, 23, 20_000, SEGMENT_LENGTH),
                folder);

        assertEquals("started", output.get(0));
        assertTrue(output.get(1).matches("LOSING [1-9][0-9]+ [1-9][0-9]+"), output.get(1));
        assertTrue(output.get(2).contains("cannot be made: "), output.get(2));
        assertEquals("CLOSED", output.get(3));
        final VerifyReport report = CaptureVerifier.verify(kept.resolve("capture"));
        assertEquals(null, report.problem());
        assertEquals(CaptureStatus.ENDED, report.status());
        assertTrue(report.note().contains("inputs and "), report.note());
        final CaptureTotals totals = ManifestFile.read(kept.resolve("capture")).totals();
        assertEquals(20_000, totals.inputs() + totals.lostInputs());
        final List<SampleSession.Message> read = SampleSession.read(kept.resolve("capture"));
        final SampleSession same = SampleSession.record(folder.resolve("same"), 23, 20_000, CaptureSettings.OFFLINE);
        assertEquals(same.messages.subList(0, read.size()), read);
    }

    @Test
    void shouldSayWhyWhenTheFolderIsReadOnly() throws IOException, InterruptedException {
        final Path disk = Files.createDirectory(folder.resolve("disk"));
        SampleSession.record(disk.resolve("ended"), 1, 20);
        final String mount = "mount --bind " + disk + " " + disk + " && mount -o remount,ro,bind " + disk;
        Assumptions.assumeTrue(
                CaptureChild.run(
                                "unshare -m sh -c '" + mount + "' && echo yes; exit 0",
                                CaptureChild.command(disk, 0, 0, 4096),
                                folder)
                        .contains("yes"),
                "a read-only file system cannot be mounted here: skipped");

        final List<String> output = CaptureChild.run(
                "exec unshare -m sh -c '" + mount + " && exec \"$@\"' sh \"$@\"",
                CaptureChild.command(disk.resolve("capture"), 1, 1, SEGMENT_LENGTH),
                folder);

        assertEquals(1, output.size(), output.toString());
        assertTrue(output.get(0).startsWith("refused ENVIRONMENT " + disk.resolve("capture")), output.get(0));
        assertTrue(output.get(0).contains("a writable folder"), output.get(0));
    }

    private static void awaitSegments(final Process child, final Path capture, final int segments)
            throws IOException, InterruptedException {
        final BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("started", output.readLine());
        while (child.isAlive() && CaptureFolder.segmentFiles(capture).size() <= segments) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertTrue(child.isAlive(), "the child writes");
    }
}
