package io.halfspread.engine.risk;

import io.halfspread.codec.contract.HotPath;
import io.halfspread.codec.event.TradingMode;

/** How one trading mode follows another: kill is left only by a request that says so. */
@HotPath
public final class ModeRule {
    private ModeRule() {}

    /**
     * Whether a request is granted.
     *
     * @param inForce   mode in force
     * @param wanted    mode asked for
     * @param leaveKill whether the request says that it leaves kill
     * @return false when it would leave kill and does not say so
     */
    public static boolean grants(final TradingMode inForce, final TradingMode wanted, final boolean leaveKill) {
        return inForce != TradingMode.KILL || wanted == TradingMode.KILL || leaveKill;
    }
}
