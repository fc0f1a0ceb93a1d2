package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.json.JsonCursor;
import io.halfspread.codec.json.NameTable;
import io.halfspread.codec.refusal.Refusal;
import org.agrona.DirectBuffer;

/**
 * Decodes the venue's WebSocket frames in two steps: {@link #decode} reads and checks a whole frame, then
 * {@link #deliver} hands its events to a listener. A refused frame gives a reason, a position and no event at all. Keys
 * may come in any order, unknown members are skipped, a member read here that occurs twice is refused. Nothing is
 * thrown, and nothing allocated once the largest frame was seen. For one thread.
 */
@HotPath
public final class HyperliquidDecoder {
    private static final int CHANNEL = 0;
    private static final long ABSENT = -1;

    private final NameTable envelope = new NameTable("channel", "data");
    private final NameTable channels = new NameTable(Channel.names());
    private final JsonCursor cursor = new JsonCursor();
    private final long[] frames = new long[Channel.OTHER + 1];
    private final ChannelDecoder[] decoders;
    private ChannelDecoder pending;
    private int channel = Channel.NONE;
    private long unknownCoins;
    private long refused;

    /**
     * Creates a decoder.
     *
     * @param coins gives the instrument index of each coin
     */
    public HyperliquidDecoder(final CoinIndex coins) {
        decoders = new ChannelDecoder[] {
            new BookDecoder(coins),
            new BboDecoder(coins),
            new TradesDecoder(coins),
            new MidsDecoder(coins),
            new ContextDecoder(coins),
            new OrderUpdatesDecoder(coins),
            new FillsDecoder(coins),
            new UserDecoder(coins),
            new PostDecoder(),
            null,
            new ErrorDecoder(),
            null,
            new FundingsDecoder(coins),
            null
        };
    }

    /**
     * Reads and checks one frame; whatever of the frame before was not delivered is forgotten.
     *
     * @param buffer holds the frame; it is read during this call only
     * @param offset its first byte
     * @param length its bytes
     * @return {@link Refusal#NONE}, or the code of the first fault; then {@link #faultPosition()} says where
     */
    public int decode(final DirectBuffer buffer, final int offset, final int length) {
        cursor.wrap(buffer, offset, length);
        channel = Channel.NONE;
        pending = null;
        readEnvelope();
        if (cursor.faulted()) {
            channel = Channel.NONE;
            refused++;
            return cursor.fault();
        }
        frames[channel]++;
        pending = decoders[channel];
        if (pending != null) {
            unknownCoins += pending.unknownCoins();
        }
        return Refusal.NONE;
    }

    /**
     * Hands the events of the frame decoded last to a listener.
     *
     * @param listener gets the events
     * @return true when all were taken; false when the listener had no room: call again before decoding the next frame,
     *     and delivery goes on with the event that was not taken
     */
    public boolean deliver(final VenueListener listener) {
        if (pending != null) {
            if (!pending.deliver(listener)) {
                return false;
            }
            pending = null;
        }
        return true;
    }

    /**
     * Channel of the frame decoded last.
     *
     * @return a constant of {@link Channel}, {@link Channel#NONE} when the frame was refused
     */
    public int channel() {
        return channel;
    }

    /**
     * Where the frame decoded last was refused.
     *
     * @return byte index within the frame
     */
    public int faultPosition() {
        return cursor.faultPosition();
    }

    /**
     * Frames accepted of a channel.
     *
     * @param ofChannel a constant of {@link Channel}
     * @return the count
     */
    public long frames(final int ofChannel) {
        return frames[ofChannel];
    }

    /**
     * Frames refused.
     *
     * @return the count
     */
    public long refused() {
        return refused;
    }

    /**
     * Elements of accepted frames that gave no event because their coin is not registered; allMids is left out.
     *
     * @return the count
     */
    public long unknownCoins() {
        return unknownCoins;
    }

    private void readEnvelope() {
        if (!cursor.enterObject()) {
            return;
        }
        long deferred = ABSENT;
        int seen = 0;
        while (cursor.nextMember()) {
            final int member = cursor.textIn(envelope);
            if (member == NameTable.UNKNOWN) {
                cursor.skip();
                continue;
            }
            seen = VenueFields.seen(cursor, seen, member);
            if (member == CHANNEL) {
                readChannel();
            } else if (channel == Channel.NONE) {
                deferred = cursor.mark();
                cursor.skip();
            } else {
                readData();
            }
        }
        if (!cursor.end()) {
            return;
        }
        if (channel == Channel.NONE) {
            cursor.fail(Refusal.CHANNEL_MISSING, 0);
        } else if (deferred != ABSENT) {
            cursor.reset(deferred);
            readData();
        } else if (seen == 1 << CHANNEL && decoders[channel] != null) {
            cursor.fail(Refusal.MEMBER_MISSING, cursor.position());
        }
    }

    private void readChannel() {
        if (cursor.string()) {
            final int known = cursor.textIn(channels);
            channel = known == NameTable.UNKNOWN ? Channel.OTHER : known;
        }
    }

    private void readData() {
        final ChannelDecoder decoder = decoders[channel];
        if (decoder == null) {
            cursor.skip();
        } else {
            decoder.decode(cursor);
        }
    }
}
