package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.ResponseKind;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;

/**
 * Channel post: replies to requests sent over the socket. An action gives one event per status, or one when it has no
 * statuses; a refused request gives one error; the answer to a query is recognised and gives none.
 */
@HotPath
final class PostDecoder implements ChannelDecoder {
    private static final long ABSENT = -1;
    private static final int TYPE_ACTION = 0;
    private static final int TYPE_ERROR = 1;
    private static final int FORESEEN_STATUSES = 64;

    private final NameTable dataMembers = new NameTable("id", "response");
    private final NameTable replyMembers = new NameTable("type", "payload");
    private final NameTable types = new NameTable("action", "error", "info");
    private final NameTable payloadMembers = new NameTable("status", "response");
    private final NameTable outcomeMembers = new NameTable("data");
    private final NameTable statusMembers = new NameTable("statuses");
    private final NameTable verdicts = new NameTable("ok", "err");
    private final StatusReader statusReader = new StatusReader();
    private final FrameList<VenueResponse> responses = new FrameList<>(FORESEEN_STATUSES, VenueResponse::new);
    private int delivered;

    @Override
    public void decode(final JsonCursor cursor) {
        responses.clear();
        delivered = 0;
        long requestId = 0;
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(dataMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            if (member == 0) {
                requestId = VenueFields.id(cursor);
            } else {
                readReply(cursor);
            }
        }
        VenueFields.complete(cursor, seen, 0b11);
        for (int i = 0; i < responses.size(); i++) {
            final VenueResponse response = responses.get(i);
            response.requestId = requestId;
            response.index = i;
        }
    }

    private void readReply(final JsonCursor cursor) {
        int type = NameTable.UNKNOWN;
        long payload = ABSENT;
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(replyMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            if (member == 0) {
                type = cursor.string() ? cursor.textIn(types) : NameTable.UNKNOWN;
            } else {
                payload = cursor.mark();
                cursor.skip();
            }
        }
        if (VenueFields.complete(cursor, seen, 0b11)) {
            final long after = cursor.mark();
            cursor.reset(payload);
            readPayload(cursor, type);
            cursor.reset(after);
        }
    }

    private void readPayload(final JsonCursor cursor, final int type) {
        if (type == TYPE_ERROR) {
            readError(cursor);
        } else if (type == TYPE_ACTION) {
            readAction(cursor);
        }
    }

    private void readError(final JsonCursor cursor) {
        if (cursor.string()) {
            append(ResponseKind.ERROR).text.copy(cursor);
        }
    }

    private void readAction(final JsonCursor cursor) {
        int verdict = NameTable.UNKNOWN;
        long response = ABSENT;
        int seen = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            final int member = cursor.textIn(payloadMembers);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            if (member == 0) {
                verdict = cursor.string() ? cursor.textIn(verdicts) : NameTable.UNKNOWN;
            } else {
                response = cursor.mark();
                cursor.skip();
            }
        }
        if (!VenueFields.complete(cursor, seen, 0b11)) {
            return;
        }
        final int at = cursor.position();
        cursor.reset(response);
        if (verdict == 0) {
            readOutcome(cursor);
        } else if (verdict == 1) {
            readError(cursor);
        } else {
            cursor.fail(Refusal.RESPONSE_MALFORMED, at);
        }
    }

    private void readOutcome(final JsonCursor cursor) {
        if (!cursor.enterObject()) {
            return;
        }
        boolean statuses = false;
        while (cursor.nextMember()) {
            if (cursor.textIn(outcomeMembers) == 0 && cursor.peek() == '{') {
                statuses |= readData(cursor);
            } else {
                cursor.skip();
            }
        }
        if (!statuses) {
            append(ResponseKind.SUCCESS);
        }
    }

    private boolean readData(final JsonCursor cursor) {
        boolean statuses = false;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.textIn(statusMembers) == 0 && !statuses) {
                statuses = true;
                readStatuses(cursor);
            } else {
                cursor.skip();
            }
        }
        return statuses;
    }

    private void readStatuses(final JsonCursor cursor) {
        if (!cursor.enterArray()) {
            return;
        }
        while (cursor.nextElement()) {
            statusReader.read(cursor, append(ResponseKind.UNRESOLVED));
        }
    }

    private VenueResponse append(final ResponseKind kind) {
        final VenueResponse response = responses.append();
        response.clear();
        response.kind = kind;
        return response;
    }

    @Override
    public boolean deliver(final VenueListener listener) {
        while (delivered < responses.size()) {
            if (!listener.onResponse(responses.get(delivered))) {
                return false;
            }
            delivered++;
        }
        return true;
    }

    @Override
    public int unknownCoins() {
        return 0;
    }
}
