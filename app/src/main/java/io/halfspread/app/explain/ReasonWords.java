package io.halfspread.app.explain;

import io.halfspread.codec.event.QuoteReason;

/** Reasons of quotes in plain words. */
public final class ReasonWords {
    private ReasonWords() {}

    /**
     * Says a reason.
     *
     * @param reason the reason
     * @return a phrase
     */
    public static String of(final QuoteReason reason) {
        return switch (reason) {
            case QUOTED -> "quoted where the control puts it";
            case NO_BOOK -> "no book yet, or one side of it is empty";
            case CROSSED_BOOK -> "the book is crossed";
            case STALE_DATA -> "market data is older than the stale limit";
            case NO_PARAMS -> "no tuning parameters yet";
            case NOT_READY -> "the account's state is not known yet";
            case MODE_PAUSE -> "trading mode is pause";
            case MODE_KILL -> "trading mode is kill";
            case MODE_REDUCE -> "trading mode is reduce, this side would add";
            case POSITION_LIMIT -> "the position limit leaves no lot";
            case NOTIONAL_LIMIT -> "the notional limit leaves no lot";
            case BELOW_MIN_NOTIONAL -> "worth less than the venue's minimum";
            case PRICE_COLLAR -> "too far from mid or oracle";
            case NO_GRID_PRICE -> "no positive price on the grid";
            case DRAWDOWN -> "the drawdown limit was reached";
            case ORDER_RATE -> "waits: order-rate limit";
            case BUDGET_WAIT -> "waits: not worth a request of the budget";
            case AWAITING_ACK -> "waits: an earlier action is unanswered";
            case SELF_CROSS -> "would cross an order of ours";
            case TAKER_ACTIVE -> "pulled: our own taker is at work";
            case POST_ONLY_HELD -> "quoted, moved out to stay post-only";
            case POLICY_ABSENT -> "quoted by the heuristic: no policy yet";
            case POLICY_STALE -> "quoted by the heuristic: the policy is too old";
            case POLICY_AGED -> "quoted by a policy that is no longer fresh";
            case POLICY_NO_QUOTE -> "the policy quotes nothing here";
            case ORDER_SIZE -> "worth more than an order may be";
            case DAILY_LOSS -> "the loss limit of the day was reached";
            case ORDER_AGE -> "the order is too old and placed anew";
            case CLOCK_SKEW -> "the venue's clock and ours are too far apart";
            case STALE_STREAM -> "a stream with a limit of its own is silent";
            case NOT_CONFIGURED -> "no size, limit or lot configured";
            default -> reason.name();
        };
    }
}
