package io.halfspread.app.metrics;

import io.halfspread.app.view.GapPoint;
import io.halfspread.app.view.Gauges;
import io.halfspread.app.view.InstrumentCounts;
import io.halfspread.app.view.MarketFigures;
import io.halfspread.codec.event.QuoteDecisionDecoder;
import io.halfspread.codec.event.ResponseKind;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.BiConsumer;

/** The table of all figures: name, kind, labels, meaning and where the value is read. */
enum Metric {
    BUILD(
            MetricKind.INFO,
            "halfspread_build",
            "Version of this program and of the Java that runs it.",
            SessionFigures::build,
            "version",
            "java",
            "vm"),
    SESSION(
            MetricKind.INFO,
            "halfspread_session",
            "The session: live, paper or simulated, and the venue it trades on.",
            SessionFigures::session,
            "kind",
            "venue",
            "network"),
    SESSION_START(
            MetricKind.GAUGE,
            "halfspread_session_start_time_seconds",
            "Event time of the session's first event, since the epoch.",
            SessionFigures.view(view -> SessionFigures.seconds(view.notes().firstNs()))),
    EVENT_TIME(
            MetricKind.GAUGE,
            "halfspread_event_time_seconds",
            "Event time of the newest event, since the epoch.",
            SessionFigures.view(view -> SessionFigures.seconds(view.notes().lastNs()))),
    MODE(
            MetricKind.GAUGE,
            "halfspread_trading_mode",
            "1 for the trading mode in force, 0 for the others.",
            SessionFigures::mode,
            "mode"),
    EVENTS(
            MetricKind.COUNTER,
            "halfspread_events",
            "Events the engine was given, by kind.",
            SessionFigures::events,
            "kind"),
    OUTPUTS(
            MetricKind.COUNTER,
            "halfspread_outputs",
            "Outputs of the engine, by kind.",
            SessionFigures::outputs,
            "kind"),
    DECISIONS(
            MetricKind.COUNTER,
            "halfspread_decisions",
            "Quote decisions.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().decisions(i)),
            "coin"),
    DECISION_REASONS(
            MetricKind.COUNTER,
            "halfspread_decision_reasons",
            "Quote decisions by what they said of a side: quoted, or why not.",
            CoinFigures::reasons,
            "coin",
            "side",
            "reason"),
    REASON(
            MetricKind.GAUGE,
            "halfspread_quote_reason",
            "1 for what the last decision said of a side; the others are absent.",
            CoinFigures::reasonNow,
            "coin",
            "side",
            "reason"),
    QUOTES(
            MetricKind.COUNTER,
            "halfspread_quotes",
            "Quotes placed or modified; takers are not counted.",
            CoinFigures.each((scrape, i) -> scrape.view().outputs().tally().quotes(i)),
            "coin"),
    FILLS(
            MetricKind.COUNTER,
            "halfspread_fills",
            "Fills of ours, each counted once.",
            CoinFigures::fills,
            "coin",
            "side",
            "liquidity"),
    VOLUME(
            MetricKind.COUNTER,
            "halfspread_volume_usd",
            "Traded by our fills, in US dollars.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().volume(i) / CoinFigures.SCALE),
            "coin"),
    DUPLICATE_FILLS(
            MetricKind.COUNTER,
            "halfspread_duplicate_fills",
            "Fills that the venue told again and that were not counted again.",
            SessionFigures.view(view -> view.engine().duplicateFills())),
    REJECTS(
            MetricKind.COUNTER,
            "halfspread_order_rejects",
            "Orders that the venue refused.",
            CoinFigures::rejects,
            "coin",
            "reason"),
    ACTION_ERRORS(
            MetricKind.COUNTER,
            "halfspread_action_errors",
            "Elements of our actions that the venue answered with an error.",
            CoinFigures.counts(counts -> counts.answers(ResponseKind.ERROR)),
            "coin"),
    UNRESOLVED(
            MetricKind.COUNTER,
            "halfspread_actions_unresolved",
            "Elements of our actions that had no answer in time and were asked for.",
            CoinFigures.counts(counts -> counts.answers(ResponseKind.UNRESOLVED)),
            "coin"),
    ALERTS(MetricKind.COUNTER, "halfspread_alerts", "Alerts of the engine.", SessionFigures::alerts, "code"),
    RECONNECTS(
            MetricKind.COUNTER,
            "halfspread_reconnects",
            "Connections to the venue dialled again.",
            SessionFigures.view(view -> view.notes().reconnects())),
    LOSSES(
            MetricKind.COUNTER,
            "halfspread_connection_losses",
            "Connections to the venue lost.",
            SessionFigures.view(view -> view.notes().losses())),
    CONNECTIONS(
            MetricKind.GAUGE,
            "halfspread_connection_ready",
            "1 while a connection to the venue is ready, else 0.",
            SessionFigures::connections,
            "connection"),
    MESSAGES(
            MetricKind.COUNTER,
            "halfspread_messages",
            "Text messages of market data and account taken in.",
            SessionFigures.gauge(Gauges::messages)),
    FEED_GAPS(
            MetricKind.COUNTER,
            "halfspread_feed_gaps",
            "Times no book and no touch came for a second or more.",
            CoinFigures.counts(InstrumentCounts::gaps),
            "coin"),
    FEED_AGE(
            MetricKind.GAUGE,
            "halfspread_feed_age_seconds",
            "Time since a stream was heard.",
            CoinFigures::feedAges,
            "coin",
            "stream"),
    MISSED(
            MetricKind.COUNTER,
            "halfspread_broadcast_missed",
            "Events that the broadcast dropped before this page's server read them; above 0 these figures are not exact.",
            SessionFigures.view(view -> view.missed())),
    CONFIRMED(
            MetricKind.GAUGE,
            "halfspread_hash_confirmed",
            "1 while the state that these figures come from has the session's own hash, else 0.",
            SessionFigures.view(view -> view.isConfirmed() ? 1 : 0)),
    PARAMS(
            MetricKind.INFO,
            "halfspread_tuning_params",
            "Tuning parameters in force: version, where from, and hash of the file.",
            SessionFigures::params,
            "version",
            "source",
            "sha256"),
    PARAMS_VERSION(
            MetricKind.GAUGE,
            "halfspread_tuning_params_version",
            "Version of the tuning parameters in force.",
            SessionFigures.view(SessionFigures::paramsVersion)),
    PARAM(
            MetricKind.GAUGE,
            "halfspread_tuning_param",
            "Tuning parameter in force, in its own unit.",
            SessionFigures::paramValues,
            "param"),
    PARAMS_ACCEPTED(
            MetricKind.COUNTER,
            "halfspread_tuning_params_accepted",
            "Tuning files and drops taken over.",
            SessionFigures.view(SessionFigures::accepted)),
    PARAMS_REJECTED(
            MetricKind.COUNTER,
            "halfspread_tuning_params_rejected",
            "Tuning files and drops refused.",
            SessionFigures.view(view -> view.notes().rejected())),
    MID(
            MetricKind.GAUGE,
            "halfspread_mid_price_usd",
            "Mean of best bid and best ask.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().mid(i)),
            "coin"),
    TOUCH(
            MetricKind.GAUGE,
            "halfspread_touch_price_usd",
            "Best price of the market, our own orders included.",
            CoinFigures.sides(CoinFigures::touch),
            "coin",
            "side"),
    MARK(
            MetricKind.GAUGE,
            "halfspread_mark_price_usd",
            "The venue's mark price.",
            CoinFigures.market(MarketFigures::markPx),
            "coin"),
    ORACLE(
            MetricKind.GAUGE,
            "halfspread_oracle_price_usd",
            "The venue's oracle price.",
            CoinFigures.market(MarketFigures::oraclePx),
            "coin"),
    FUNDING_RATE(
            MetricKind.GAUGE,
            "halfspread_funding_rate_ratio",
            "Funding an hour as a share of the position, as the venue estimates it.",
            CoinFigures.market(MarketFigures::funding),
            "coin"),
    MARKET_SPREAD(
            MetricKind.GAUGE,
            "halfspread_market_spread_ratio",
            "Spread of the market as a share of the mid price.",
            CoinFigures.decision(CoinFigures::spread),
            "coin"),
    DRIFT(
            MetricKind.GAUGE,
            "halfspread_drift_signal",
            "Filtered drift signal, -1 to 1.",
            CoinFigures.decision(QuoteDecisionDecoder::muHat),
            "coin"),
    IMBALANCE(
            MetricKind.GAUGE,
            "halfspread_book_imbalance_ratio",
            "Share of the bids in the book's first levels.",
            CoinFigures.decision(QuoteDecisionDecoder::imbalance),
            "coin"),
    OFFSET(
            MetricKind.GAUGE,
            "halfspread_quote_offset_ratio",
            "Distance of a quote from mid as the control wants it, as a share of mid.",
            CoinFigures.sides(CoinFigures::offset),
            "coin",
            "side"),
    QUOTE_PRICE(
            MetricKind.GAUGE,
            "halfspread_quote_price_usd",
            "Price of our quote; absent without one.",
            CoinFigures.sides(CoinFigures::quotePrice),
            "coin",
            "side"),
    QUOTE_SIZE(
            MetricKind.GAUGE,
            "halfspread_quote_size",
            "What is left of our quote, base units; 0 without one.",
            CoinFigures.sides(CoinFigures::quoteSize),
            "coin",
            "side"),
    ORDERS(
            MetricKind.GAUGE,
            "halfspread_live_orders",
            "Orders whose end is not known.",
            SessionFigures.view(view -> view.engine().liveOrders())),
    POSITION(
            MetricKind.GAUGE,
            "halfspread_position",
            "Position from fills, base units, below 0 when short.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().position(i) / CoinFigures.SCALE),
            "coin"),
    POSITION_LIMIT(
            MetricKind.GAUGE,
            "halfspread_position_limit",
            "Largest position allowed, base units.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().maxPosition(i) / CoinFigures.SCALE),
            "coin"),
    PNL(
            MetricKind.GAUGE,
            "halfspread_pnl_usd",
            "Profit since the session's start by where it comes from; the parts add up to the whole.",
            CoinFigures::pnl,
            "coin",
            "part"),
    HJB_GAP(
            MetricKind.GAUGE,
            "halfspread_hjb_gap_ratio",
            "What the heuristic loses against the best policy, as a share, with the ends of its band.",
            CoinFigures::gapBand,
            "coin",
            "bound"),
    HJB_STATIONARY(
            MetricKind.GAUGE,
            "halfspread_hjb_stationary_gap_ratio",
            "The same averaged over the states the heuristic visits.",
            CoinFigures.gap(gap -> CoinFigures.ratio(gap.stationaryPct())),
            "coin"),
    HJB_LOSS(
            MetricKind.GAUGE,
            "halfspread_hjb_loss_usd_per_second",
            "What the heuristic loses against the best policy while it runs.",
            CoinFigures.gap(CoinFigures::lossPerSecond),
            "coin"),
    HJB_MODEL_Z(
            MetricKind.GAUGE,
            "halfspread_hjb_model_z",
            "What was earned less what the model foretold, in standard errors.",
            CoinFigures.gap(GapPoint::modelZ),
            "coin"),
    POLICY_VERSION(
            MetricKind.GAUGE,
            "halfspread_policy_version",
            "Version of the policy table in force, 0 for none.",
            CoinFigures.each((scrape, i) -> scrape.view().engine().policyVersion(i)),
            "coin"),
    POLICY_AGE(
            MetricKind.GAUGE,
            "halfspread_policy_age_seconds",
            "Age of what the policy table's market model knows.",
            CoinFigures.each(CoinFigures::policyAge),
            "coin"),
    LATENCY(
            MetricKind.HISTOGRAM,
            "halfspread_latency_seconds",
            "How long hops take; bounds to within a thirty-second part.",
            SessionFigures::hops,
            "hop"),
    REQUESTS_LEFT(
            MetricKind.GAUGE,
            "halfspread_request_budget_left",
            "Requests that the venue still allows by address.",
            SessionFigures.view(view -> view.engine().requestsLeft())),
    RUNWAY(
            MetricKind.GAUGE,
            "halfspread_request_budget_runway_seconds",
            "How long they last at the pace of late; infinite when they grow.",
            SessionFigures.view(SessionFigures::runway)),
    RING_SLOTS(
            MetricKind.GAUGE, "halfspread_ring_slots", "Slots of the ring.", SessionFigures.gauge(Gauges::ringSlots)),
    RING_OCCUPANCY(
            MetricKind.GAUGE,
            "halfspread_ring_occupancy_ratio",
            "Share of the ring's slots that the engine has not taken.",
            SessionFigures.gauge(SessionFigures::ringOccupancy)),
    CAPTURE_LAG(
            MetricKind.GAUGE,
            "halfspread_capture_lag_messages",
            "Messages that the capture does not have yet.",
            SessionFigures::captureLag,
            "ring"),
    CAPTURE_STATE(
            MetricKind.GAUGE,
            "halfspread_capture_state",
            "1 for what the capture is able to do; the other states are absent.",
            SessionFigures::captureState,
            "state"),
    STALLS(
            MetricKind.COUNTER,
            "halfspread_stalls",
            "Times an agent made no duty cycle for as long as is configured.",
            SessionFigures.gauge(Gauges::stalls)),
    LONGEST_STALL(
            MetricKind.GAUGE,
            "halfspread_longest_stall_seconds",
            "Longest time an agent made no duty cycle.",
            SessionFigures.gauge(gauges -> SessionFigures.seconds(gauges.longestStallNs()))),
    MEMORY_USED(
            MetricKind.GAUGE,
            "jvm_memory_used_bytes",
            "Memory that the Java process uses.",
            MachineFigures::memoryUsed,
            "area"),
    MEMORY_MAX(
            MetricKind.GAUGE,
            "jvm_memory_max_bytes",
            "Memory that it may use, where there is a limit.",
            MachineFigures::memoryMax,
            "area"),
    BUFFERS(
            MetricKind.GAUGE,
            "jvm_buffer_pool_used_bytes",
            "Memory outside of the heap: direct and mapped buffers.",
            MachineFigures::buffers,
            "pool"),
    COLLECTIONS(
            MetricKind.SUMMARY,
            "jvm_gc_collection_seconds",
            "How often and how long garbage was collected.",
            MachineFigures::collections,
            "gc"),
    THREADS(
            MetricKind.GAUGE,
            "jvm_threads_current",
            "Threads of the process.",
            SessionFigures.one(scrape -> MachineFigures.threads())),
    CPU(
            MetricKind.COUNTER,
            "process_cpu_seconds",
            "Processor time that the process used.",
            SessionFigures.one(scrape -> MachineFigures.cpuSeconds())),
    PROCESS_START(
            MetricKind.GAUGE,
            "process_start_time_seconds",
            "When the process started, since the epoch.",
            SessionFigures.one(scrape -> MachineFigures.startSeconds()));

    private final MetricKind kind;
    private final String base;
    private final String help;
    private final BiConsumer<Scrape, Samples> reader;
    private final String[] labels;

    Metric(
            final MetricKind kind,
            final String base,
            final String help,
            final BiConsumer<Scrape, Samples> reader,
            final String... labels) {
        this.kind = kind;
        this.base = base;
        this.help = help;
        this.reader = reader;
        this.labels = labels;
    }

    MetricKind kind() {
        return kind;
    }

    /** Name under which it is scraped. */
    String exposed() {
        return base + kind.suffix();
    }

    String help() {
        return help;
    }

    List<String> labels() {
        return List.of(labels);
    }

    /** Its values as of now. */
    MetricSnapshot at(final Scrape scrape) {
        final Samples samples = new Samples(labels);
        reader.accept(scrape, samples);
        return samples.snapshot(kind, base, help);
    }
}
