package io.halfspread.app.verb;

import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.MessageHeaderDecoder;
import io.halfspread.codec.event.Side;
import io.halfspread.engine.capture.CaptureReader;
import io.halfspread.engine.handler.QuotingHandler;
import io.halfspread.engine.ring.EventRing;
import io.halfspread.engine.ring.RingReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a capture says of the account, read by rules of its own, beside what the engine makes of it. */
final class CaptureAudit {
    private static final long NONE = Long.MIN_VALUE;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final FillDecoder fill = new FillDecoder();
    private final AccountSnapshotDecoder snapshot = new AccountSnapshotDecoder();
    private final Set<String> counted = new HashSet<>();
    private final long sessionId;
    private long baselineNs = NONE;
    private long baseline;
    private long position;
    private final long enginePosition;
    private final long engineFills;

    private CaptureAudit(final Path folder) {
        final EventRing outputs = new EventRing(4096);
        final RingReader reader = outputs.newReader();
        final QuotingHandler engine = new QuotingHandler(outputs);
        try (CaptureReader records = CaptureReader.open(folder)) {
            sessionId = records.manifest().identity().contentId();
            while (records.next()) {
                if (records.isInput()) {
                    onInput(records);
                    engine.onMessage(records.buffer(), records.offset(), records.length(), records.sequence());
                    while (reader.poll((buffer, offset, length, sequence) -> {}, 4096) > 0) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
        final boolean known = engine.instruments() > 0;
        enginePosition = known ? engine.position(0) : 0;
        engineFills = known ? engine.fills(0) : 0;
    }

    static CaptureAudit of(final Path folder) {
        return new CaptureAudit(folder);
    }

    private void onInput(final CaptureReader records) {
        header.wrap(records.buffer(), records.offset());
        final int body = records.offset() + MessageHeaderDecoder.ENCODED_LENGTH;
        if (header.templateId() == AccountSnapshotDecoder.TEMPLATE_ID && baselineNs == NONE) {
            snapshot.wrap(records.buffer(), body, header.blockLength(), header.version());
            baselineNs = snapshot.venueNs();
            final AccountSnapshotDecoder.PositionsDecoder positions = snapshot.positions();
            while (positions.hasNext()) {
                baseline = positions.next().size();
            }
            position = baseline;
        } else if (header.templateId() == FillDecoder.TEMPLATE_ID && baselineNs != NONE) {
            fill.wrap(records.buffer(), body, header.blockLength(), header.version());
            if (fill.venueNs() > baselineNs && counted.add(fill.tid() + "/" + fill.oid())) {
                position += fill.side() == Side.BID ? fill.sz() : -fill.sz();
            }
        }
    }

    long sessionId() {
        return sessionId;
    }

    /** Whether the account's state came in. */
    boolean isBased() {
        return baselineNs != NONE;
    }

    long baselineNs() {
        return baselineNs;
    }

    long baseline() {
        return baseline;
    }

    long position() {
        return position;
    }

    Set<String> counted() {
        return counted;
    }

    long enginePosition() {
        return enginePosition;
    }

    long engineFills() {
        return engineFills;
    }
}
