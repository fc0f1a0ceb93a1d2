package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.decimal.Decimal8;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/**
 * Reads one element of a reply's statuses: a word such as {@code "success"} or an object of one member such as
 * {@code {"resting":{"oid":1}}}. A word or member this build does not know is unresolved: it must be queried.
 */
@HotPath
final class StatusReader {
    private static final int RESTING = 0;
    private static final int FILLED = 1;
    private static final int ERROR = 2;

    private static final int OID = 0;
    private static final int TOTAL_SZ = 1;
    private static final int AVG_PX = 2;

    private final NameTable words = new NameTable("success", "waitingForFill", "waitingForTrigger");
    private final NameTable kinds = new NameTable("resting", "filled", "error");
    private final NameTable members = new NameTable("oid", "totalSz", "avgPx", "cloid");

    void read(final JsonCursor cursor, final VenueResponse response) {
        response.kind = ResponseKind.UNRESOLVED;
        if (cursor.peek() == '"') {
            if (cursor.string()) {
                final int word = cursor.textIn(words);
                response.kind =
                        word == 0 ? ResponseKind.SUCCESS : word > 0 ? ResponseKind.WAITING : ResponseKind.UNRESOLVED;
            }
            return;
        }
        if (!cursor.enterObject()) {
            return;
        }
        int seen = 0;
        while (cursor.nextMember()) {
            final int kind = cursor.textIn(kinds);
            if (kind == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            if (seen++ > 0) {
                cursor.fail(Refusal.RESPONSE_MALFORMED, cursor.position());
            }
            readKind(cursor, kind, response);
        }
    }

    private void readKind(final JsonCursor cursor, final int kind, final VenueResponse response) {
        if (kind == ERROR) {
            response.kind = ResponseKind.ERROR;
            if (cursor.string()) {
                response.text.copy(cursor);
            }
        } else {
            response.kind = kind == RESTING ? ResponseKind.RESTING : ResponseKind.FILLED;
            readOrder(cursor, kind == FILLED, response);
        }
    }

    private void readOrder(final JsonCursor cursor, final boolean filled, final VenueResponse response) {
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(members);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            if (member == OID) {
                response.oid = VenueFields.id(cursor);
            } else if (member == TOTAL_SZ) {
                response.totalSz = VenueFields.sz(cursor);
            } else if (member == AVG_PX) {
                response.avgPx = VenueFields.rounded(cursor, Decimal8.EXPONENT);
            } else {
                response.cloid.read(cursor);
            }
        }
        VenueFields.complete(cursor, seen, filled ? 1 << OID | 1 << TOTAL_SZ | 1 << AVG_PX : 1 << OID);
    }
}
