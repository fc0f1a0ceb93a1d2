package io.halfspread.codec.hyperliquid;

import io.halfspread.codec.contract.HotPath;

/** User events that a person should hear of; what they change comes as order updates and fills too. */
@HotPath
public enum UserNotice {
    /** The account is being liquidated. */
    LIQUIDATION,
    /** The venue cancelled an order of the account by itself. */
    ORDER_CANCELED
}
