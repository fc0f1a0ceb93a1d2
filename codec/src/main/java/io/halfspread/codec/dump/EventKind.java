package io.halfspread.codec.dump;

import io.halfspread.codec.event.AccountReviewDecoder;
import io.halfspread.codec.event.AccountSnapshotDecoder;
import io.halfspread.codec.event.ActionResponseDecoder;
import io.halfspread.codec.event.AssetContextDecoder;
import io.halfspread.codec.event.BestBidOfferDecoder;
import io.halfspread.codec.event.BookSnapshotDecoder;
import io.halfspread.codec.event.CalibrationDecoder;
import io.halfspread.codec.event.CancelAllDecoder;
import io.halfspread.codec.event.CancelOrderDecoder;
import io.halfspread.codec.event.ConnectionStateDecoder;
import io.halfspread.codec.event.FillDecoder;
import io.halfspread.codec.event.FundingPaymentDecoder;
import io.halfspread.codec.event.GapReportDecoder;
import io.halfspread.codec.event.GuardSettingsDecoder;
import io.halfspread.codec.event.InstrumentDefinitionDecoder;
import io.halfspread.codec.event.LimitSettingsDecoder;
import io.halfspread.codec.event.MidPriceDecoder;
import io.halfspread.codec.event.ModifyOrderDecoder;
import io.halfspread.codec.event.OrderUpdateDecoder;
import io.halfspread.codec.event.PlaceOrderDecoder;
import io.halfspread.codec.event.PolicyCommitDecoder;
import io.halfspread.codec.event.PolicyRowsDecoder;
import io.halfspread.codec.event.PositionAdjustmentDecoder;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.RiskAlertDecoder;
import io.halfspread.codec.event.RiskSettingsDecoder;
import io.halfspread.codec.event.ScheduleCancelDecoder;
import io.halfspread.codec.event.SessionStartDecoder;
import io.halfspread.codec.event.SolverRequestDecoder;
import io.halfspread.codec.event.StateHashDecoder;
import io.halfspread.codec.event.StrategySettingsDecoder;
import io.halfspread.codec.event.TimerDecoder;
import io.halfspread.codec.event.TradeDecoder;
import io.halfspread.codec.event.TradingModeRequestDecoder;
import io.halfspread.codec.event.TradingModeUpdateDecoder;
import io.halfspread.codec.event.TuningParamsRejectedDecoder;
import io.halfspread.codec.event.TuningParamsUpdateDecoder;

/** Every message of the event schema and the short name it is counted and shown under. */
public enum EventKind {
    /** Session start. */
    SESSION(SessionStartDecoder.TEMPLATE_ID, "session", "SessionStart"),
    /** Instrument definition. */
    INSTRUMENT(InstrumentDefinitionDecoder.TEMPLATE_ID, "instrument", "InstrumentDefinition"),
    /** How an instrument is quoted. */
    SETTINGS(StrategySettingsDecoder.TEMPLATE_ID, "settings", "StrategySettings"),
    /** Limits of an instrument. */
    RISK_SETTINGS(RiskSettingsDecoder.TEMPLATE_ID, "risk_settings", "RiskSettings"),
    /** Book levels. */
    BOOK(BookSnapshotDecoder.TEMPLATE_ID, "book", "BookSnapshot"),
    /** Best bid and offer. */
    BBO(BestBidOfferDecoder.TEMPLATE_ID, "bbo", "BestBidOffer"),
    /** One maker fill of the public tape. */
    TRADE(TradeDecoder.TEMPLATE_ID, "trade", "Trade"),
    /** Mid price. */
    MID(MidPriceDecoder.TEMPLATE_ID, "mid", "MidPrice"),
    /** Mark, oracle, funding. */
    CTX(AssetContextDecoder.TEMPLATE_ID, "ctx", "AssetContext"),
    /** What the venue says of an order. */
    ORDER(OrderUpdateDecoder.TEMPLATE_ID, "order", "OrderUpdate"),
    /** One execution of ours. */
    FILL(FillDecoder.TEMPLATE_ID, "fill", "Fill"),
    /** Outcome of an action. */
    RESPONSE(ActionResponseDecoder.TEMPLATE_ID, "response", "ActionResponse"),
    /** Part of an account snapshot. */
    ACCOUNT(AccountSnapshotDecoder.TEMPLATE_ID, "account", "AccountSnapshot"),
    /** Connection state. */
    CONNECTION(ConnectionStateDecoder.TEMPLATE_ID, "connection", "ConnectionState"),
    /** Event time passes. */
    TIMER(TimerDecoder.TEMPLATE_ID, "timer", "Timer"),
    /** Accepted tuning parameters. */
    PARAMS(TuningParamsUpdateDecoder.TEMPLATE_ID, "params", "TuningParamsUpdate"),
    /** Rejected tuning parameters. */
    PARAMS_REJECTED(TuningParamsRejectedDecoder.TEMPLATE_ID, "params_rejected", "TuningParamsRejected"),
    /** Trading mode. */
    MODE(TradingModeUpdateDecoder.TEMPLATE_ID, "mode", "TradingModeUpdate"),
    /** Part of a policy table. */
    POLICY_ROWS(PolicyRowsDecoder.TEMPLATE_ID, "policy_rows", "PolicyRows"),
    /** A policy table comes into force. */
    POLICY(PolicyCommitDecoder.TEMPLATE_ID, "policy", "PolicyCommit"),
    /** Estimated market model. */
    CALIBRATION(CalibrationDecoder.TEMPLATE_ID, "calibration", "Calibration"),
    /** Funding paid or received. */
    FUNDING(FundingPaymentDecoder.TEMPLATE_ID, "funding", "FundingPayment"),
    /** What the quoted policy loses against the best one. */
    GAP(GapReportDecoder.TEMPLATE_ID, "gap", "GapReport"),
    /** Limits of the session. */
    LIMITS(LimitSettingsDecoder.TEMPLATE_ID, "limits", "LimitSettings"),
    /** How the account is guarded. */
    GUARD(GuardSettingsDecoder.TEMPLATE_ID, "guard", "GuardSettings"),
    /** Cash and fees of the account. */
    ACCOUNT_REVIEW(AccountReviewDecoder.TEMPLATE_ID, "account_review", "AccountReview"),
    /** A position taken over from the account. */
    POSITION_ADJUSTMENT(PositionAdjustmentDecoder.TEMPLATE_ID, "position_adjustment", "PositionAdjustment"),
    /** Somebody asks for a trading mode. */
    MODE_REQUEST(TradingModeRequestDecoder.TEMPLATE_ID, "mode_request", "TradingModeRequest"),
    /** Quote decision. */
    QUOTE(QuoteDecisionDecoder.TEMPLATE_ID, "quote", "QuoteDecision"),
    /** Place an order. */
    PLACE(PlaceOrderDecoder.TEMPLATE_ID, "place", "PlaceOrder"),
    /** Modify an order. */
    MODIFY(ModifyOrderDecoder.TEMPLATE_ID, "modify", "ModifyOrder"),
    /** Cancel an order. */
    CANCEL(CancelOrderDecoder.TEMPLATE_ID, "cancel", "CancelOrder"),
    /** Cancel all orders. */
    CANCEL_ALL(CancelAllDecoder.TEMPLATE_ID, "cancel_all", "CancelAll"),
    /** Refresh the dead man's switch. */
    SCHEDULE_CANCEL(ScheduleCancelDecoder.TEMPLATE_ID, "schedule_cancel", "ScheduleCancel"),
    /** Risk alert. */
    RISK_ALERT(RiskAlertDecoder.TEMPLATE_ID, "risk_alert", "RiskAlert"),
    /** Solver request. */
    SOLVER_REQUEST(SolverRequestDecoder.TEMPLATE_ID, "solver_request", "SolverRequest"),
    /** Rolling hash. */
    HASH(StateHashDecoder.TEMPLATE_ID, "hash", "StateHash");

    /** Ids below this are inputs, the others outputs. */
    public static final int FIRST_OUTPUT_ID = 64;

    private static final EventKind[] BY_TEMPLATE_ID = byTemplateId();

    private final int templateId;
    private final String text;
    private final String template;

    EventKind(final int templateId, final String text, final String template) {
        this.templateId = templateId;
        this.text = text;
        this.template = template;
    }

    /**
     * Looks up the kind of a message.
     *
     * @param templateId template id from the message header
     * @return the kind, null when the schema has no such message
     */
    public static EventKind of(final int templateId) {
        return templateId >= 0 && templateId < BY_TEMPLATE_ID.length ? BY_TEMPLATE_ID[templateId] : null;
    }

    /**
     * Template id in the schema.
     *
     * @return the id
     */
    public int templateId() {
        return templateId;
    }

    /**
     * Short name used in counts and dumps.
     *
     * @return the name, lower case
     */
    public String text() {
        return text;
    }

    /**
     * Name of the message in the schema.
     *
     * @return the name
     */
    public String template() {
        return template;
    }

    /**
     * Whether messages of this kind enter the engine.
     *
     * @return false for what the engine puts out
     */
    public boolean isInput() {
        return templateId < FIRST_OUTPUT_ID;
    }

    private static EventKind[] byTemplateId() {
        int greatest = 0;
        for (final EventKind kind : values()) {
            greatest = Math.max(greatest, kind.templateId);
        }
        final EventKind[] kinds = new EventKind[greatest + 1];
        for (final EventKind kind : values()) {
            kinds[kind.templateId] = kind;
        }
        return kinds;
    }
}
