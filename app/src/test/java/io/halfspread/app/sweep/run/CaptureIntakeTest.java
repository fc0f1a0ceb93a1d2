package io.halfspread.app.sweep.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.console.Failure;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureInputs;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureIntakeTest {
    @TempDir
    Path folder;

    private SweepRig rig;

    @AfterEach
    void close() {
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void shouldImportFramesOnceWhenTheyAreNamedAgain() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        final Path frames = rig.session("day", 1, 20);
        rig.take(frames);
        final CaptureRef first = rig.intake().taken().get(0);
        final Path segment = first.path().resolve("segment-000000.hsc");
        final FileTime written = Files.getLastModifiedTime(segment);

        try (SweepRig again = new SweepRig(folder, List.of("HYPE"))) {
            again.take(frames);

            assertEquals(first, again.intake().taken().get(0));
            assertEquals(written, Files.getLastModifiedTime(segment));
        }
        assertEquals("day", first.name());
        assertEquals(List.of("HYPE"), first.coins());
    }

    @Test
    void shouldImportAgainWhenAnImportWasCutShort() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        final Path frames = rig.session("day", 1, 20);
        rig.take(frames);
        final CaptureRef first = rig.intake().taken().get(0);
        Files.move(first.path(), first.path().resolveSibling(first.path().getFileName() + ".part"));
        Files.delete(first.path()
                .resolveSibling(first.path().getFileName() + ".part")
                .resolve("manifest.yaml"));

        try (SweepRig again = new SweepRig(folder, List.of("HYPE"))) {
            again.take(frames);

            assertEquals(first.sha256(), again.intake().taken().get(0).sha256());
        }
    }

    @Test
    void shouldLeaveOutWhatBreaksARuleAndTakeTheRest() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        final Path good = rig.session("good", 1, 20);
        final Path same = Files.copy(good, folder.resolve("same.gz"));
        final Path other = SweepRig.session(folder.resolve("other.gz"), 4, 20, "PURR");
        final Path empty = Files.writeString(folder.resolve("empty.txt"), "no frame\n");
        final Path damaged = damaged();
        final Path ours = kindOf(CaptureKind.LIVE, "ours", 0);
        final Path silent = kindOf(CaptureKind.RECORD, "silent", 40_000_000_000L);

        rig.take(good, same, other, empty, damaged, ours, silent);

        assertEquals(1, rig.intake().taken().size());
        final List<CaptureIntake.LeftOut> left = rig.intake().leftOut();
        assertEquals(
                List.of(same, other, empty, damaged, ours, silent),
                left.stream().map(CaptureIntake.LeftOut::input).toList());
        assertWhy(left, 0, "it holds the same as good");
        assertWhy(left, 1, "it holds no market data of HYPE but of PURR");
        assertWhy(left, 2, "no usable frame in it");
        assertWhy(left, 3, "does not verify");
        assertWhy(left, 4, "our own orders");
        assertWhy(left, 5, "no market data of HYPE for 4");
    }

    @Test
    void shouldRefuseWhenNothingIsLeft() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        final Path other = SweepRig.session(folder.resolve("other.gz"), 4, 20, "PURR");

        final Failure failure = assertThrows(Failure.class, () -> rig.take(other));

        assertEquals(Failure.BAD_INPUT, failure.exitCode());
        assertTrue(failure.getMessage().contains("no capture is left to replay"), failure.getMessage());
        assertTrue(failure.getMessage().contains("PURR"), failure.getMessage());
    }

    @Test
    void shouldRefuseWhenAnInputIsNotThere() throws IOException {
        rig = new SweepRig(folder, List.of("HYPE"));
        final Path missing = folder.resolve("missing.gz");

        final Failure failure = assertThrows(Failure.class, () -> rig.take(rig.session("day", 1, 20), missing));

        assertTrue(failure.getMessage().startsWith(missing + ": no such file or folder"), failure.getMessage());
        assertTrue(Files.notExists(folder.resolve("captures")), "nothing was imported");
    }

    @Test
    void shouldTakeAllWhenAFolderOfCapturesIsNamed() throws IOException {
        rig = new SweepRig(folder, null);
        rig.take(rig.session("a", 1, 20), rig.session("b", 2, 20));
        try (SweepRig again = new SweepRig(folder.resolve("captures"), null)) {
            again.take(folder.resolve("captures"));

            assertEquals(2, again.intake().taken().size());
            assertEquals(List.of("HYPE"), again.intake().coins());
        }
    }

    private static void assertWhy(final List<CaptureIntake.LeftOut> left, final int index, final String part) {
        assertTrue(left.get(index).why().contains(part), left.get(index).toString());
    }

    private Path damaged() throws IOException {
        final Path capture = kindOf(CaptureKind.RECORD, "damaged", 0);
        final Path segment = capture.resolve("segment-000000.hsc");
        final byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
        return capture;
    }

    /** A capture of that kind; its second half comes later. */
    private Path kindOf(final CaptureKind kind, final String name, final long laterNs) throws IOException {
        try (SweepRig source = new SweepRig(folder.resolve("of-" + name), List.of("HYPE"))) {
            Files.createDirectories(folder.resolve("of-" + name));
            source.take(source.session(name, 17 + name.length(), 20));
            final CaptureRef ref = source.intake().taken().get(0);
            final Path capture = folder.resolve(name);
            try (CaptureInputs inputs = CaptureInputs.open(ref.path());
                    CaptureWriter writer = CaptureWriter.open(
                            capture,
                            new CaptureIdentity(
                                    "test",
                                    kind,
                                    5,
                                    "",
                                    name,
                                    inputs.manifest().identity().instruments()),
                            CaptureSettings.OFFLINE)) {
                long sequence = 0;
                while (inputs.next()) {
                    final UnsafeBuffer copy = new UnsafeBuffer(new byte[inputs.length()]);
                    copy.putBytes(0, inputs.buffer(), inputs.offset(), inputs.length());
                    if (inputs.ingestNs() > (ref.firstNs() + ref.lastNs()) / 2) {
                        copy.putLong(8, inputs.ingestNs() + laterNs, ByteOrder.LITTLE_ENDIAN);
                    }
                    writer.appendInput(copy, 0, inputs.length(), sequence++);
                }
            }
            return capture;
        }
    }
}
