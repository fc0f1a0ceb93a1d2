package io.halfspread.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfspread.codec.event.ActionResponseEncoder;
import io.halfspread.codec.event.MessageHeaderEncoder;
import io.halfspread.codec.event.PlaceOrderEncoder;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.engine.capture.CaptureIdentity;
import io.halfspread.engine.capture.CaptureKind;
import io.halfspread.engine.capture.CaptureSettings;
import io.halfspread.engine.capture.CaptureWriter;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands with no outcome and with two. */
class OutcomeAuditTest {
    private static final int SEGMENT = 1 << 16;

    @TempDir
    private Path folder;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private long inputs;
    private long outputs;

    @Test
    void shouldAcceptOneOutcomeOfEachCommand() {
        assertNull(audit(capture -> {
            place(capture, 1);
            answer(capture, 1, ResponseKind.RESTING);
            place(capture, 2);
            answer(capture, 2, ResponseKind.UNRESOLVED);
            answer(capture, 2, ResponseKind.ERROR);
            place(capture, 3);
            answer(capture, 3, ResponseKind.UNRESOLVED);
        }));
    }

    @Test
    void shouldNoticeACommandWithoutAnOutcome() {
        assertEquals(line(2, 1, 0), audit(capture -> {
            place(capture, 1);
            answer(capture, 1, ResponseKind.RESTING);
            place(capture, 2);
        }));
    }

    @Test
    void shouldNoticeACommandWithTwoOutcomes() {
        assertEquals(line(1, 1, 2), audit(capture -> {
            place(capture, 1);
            answer(capture, 1, ResponseKind.RESTING);
            answer(capture, 1, ResponseKind.ERROR);
        }));
    }

    @Test
    void shouldNoticeAnOutcomeWithoutACommand() {
        assertEquals(line(9, 0, 1), audit(capture -> answer(capture, 9, ResponseKind.RESTING)));
    }

    private interface Content {
        void write(CaptureWriter capture);
    }

    private String audit(final Content content) {
        final CaptureIdentity identity =
                new CaptureIdentity("test", CaptureKind.SIMULATED, 1, "", "test", List.of("HYPE"));
        try (CaptureWriter capture = CaptureWriter.open(folder, identity, new CaptureSettings(SEGMENT, false, 0))) {
            content.write(capture);
        }
        return OutcomeAudit.of(folder);
    }

    private static String line(final long cloid, final int sent, final int answered) {
        return "command " + PlaceOrderEncoder.TEMPLATE_ID + " of cloid " + cloid + ": sent " + sent + ", answered "
                + answered + ", lost and looked up 0";
    }

    private void place(final CaptureWriter capture, final long cloid) {
        final PlaceOrderEncoder place = new PlaceOrderEncoder().wrapAndApplyHeader(buffer, 0, header);
        place.cloidHigh(1).cloidLow(cloid);
        capture.appendOutput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + place.encodedLength(), outputs++);
    }

    private void answer(final CaptureWriter capture, final long cloid, final ResponseKind kind) {
        final ActionResponseEncoder answer = new ActionResponseEncoder().wrapAndApplyHeader(buffer, 0, header);
        answer.command(PlaceOrderEncoder.TEMPLATE_ID)
                .cloidHigh(1)
                .cloidLow(cloid)
                .kind(kind);
        answer.text("");
        capture.appendInput(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + answer.encodedLength(), inputs++);
    }
}
