package io.halfspread.gateway.net;

import io.halfspread.codec.contract.HotPath;

/** Why a WebSocket ended, as RFC 6455 numbers it. */
@HotPath
public final class CloseCode {
    /** Ended on purpose, by either side. */
    public static final int NORMAL = 1000;
    /** The other side broke the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** A kind of frame that is not taken: binary. */
    public static final int UNSUPPORTED = 1003;
    /** A close frame without a code; never sent. */
    public static final int NO_CODE = 1005;
    /** The connection ended, or never was, without a close frame; never sent. */
    public static final int ABNORMAL = 1006;
    /** A message above the limit. */
    public static final int TOO_BIG = 1009;

    private CloseCode() {}
}
