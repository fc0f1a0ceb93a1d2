package io.halfspread.gateway.frames;

import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;
import org.agrona.DirectBuffer;

/** Reads a line of the venue's archive: {@code {"time":"2025-03-11T09:00:03.296545473","ver_num":1,"raw":FRAME}}. */
final class ArchiveLine {
    private static final int TIME = 0;

    private final NameTable members = new NameTable("time", "raw");
    private final JsonCursor cursor = new JsonCursor();
    private long receiveNs;
    private int frameOffset;
    private int frameLength;

    /** Returns a refusal code. */
    int read(final DirectBuffer buffer, final int offset, final int length) {
        cursor.wrap(buffer, offset, length);
        receiveNs = IsoTime.INVALID;
        frameLength = 0;
        if (cursor.enterObject()) {
            while (cursor.nextMember()) {
                final int member = cursor.textIn(members);
                if (member == TIME) {
                    readTime();
                } else {
                    cursor.peek();
                    final int start = cursor.position();
                    if (cursor.skip() && member != NameTable.UNKNOWN) {
                        frameOffset = offset + start;
                        frameLength = cursor.position() - start;
                    }
                }
            }
        }
        if (!cursor.end()) {
            return cursor.fault();
        }
        return receiveNs == IsoTime.INVALID || frameLength == 0 ? Refusal.ARCHIVE_LINE_MALFORMED : Refusal.NONE;
    }

    private void readTime() {
        if (cursor.string()) {
            receiveNs = IsoTime.parse(cursor.textBuffer(), cursor.textOffset(), cursor.textLength());
        }
    }

    int faultPosition() {
        return cursor.faultPosition();
    }

    long receiveNs() {
        return receiveNs;
    }

    int frameOffset() {
        return frameOffset;
    }

    int frameLength() {
        return frameLength;
    }
}
