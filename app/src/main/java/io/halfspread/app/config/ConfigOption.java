package io.halfspread.app.config;

/**
 * The one table of wiring options. Reading, error messages, defaults and the table of docs/configuration.md come from it.
 * Secrets are not among them: the key comes from the environment.
 */
public enum ConfigOption {
    /** Coins quoted. */
    ASSET("asset", OptionType.text(), "HYPE", "", "coins quoted, separated by commas; each has a row in instruments"),
    /** Who answers orders. */
    MODE(
            "mode",
            OptionType.choice("live", "paper"),
            "live",
            "",
            "live: orders go to the venue and PRIVATE_KEY is needed; paper: a local model fills them, nothing is sent"),
    /** Address that is traded for. */
    ACCOUNT(
            "account",
            OptionType.text().orNone(),
            "none",
            "",
            "address whose positions are traded when the key is an agent's; none: the key's own address"),
    /** Encrypted key file. */
    KEYSTORE(
            "key.keystore",
            OptionType.text().orNone(),
            "none",
            "",
            "encrypted Web3 keystore file (version 3) used when neither PRIVATE_KEY nor .env names a key"),
    /** Which of the venue's networks. */
    VENUE_NETWORK(
            "venue.network",
            OptionType.choice("mainnet", "testnet"),
            "testnet",
            "",
            "the venue's network; it also enters the signature"),
    /** Where the venue is. */
    VENUE_URL(
            "venue.url",
            OptionType.text().orNone(),
            "none",
            "",
            "base address of /info, /exchange and /ws, for a simulated venue; none: the network's own"),
    /** Smallest order value. */
    VENUE_MIN_NOTIONAL(
            "venue.min_notional_usd",
            OptionType.number(0, 1e6),
            "10",
            "USD",
            "smallest order value the venue takes; below it a side is not quoted"),
    /** Where the control vector comes from. */
    QUOTING_SOURCE(
            "quoting.source",
            OptionType.choice("heuristic", "hjb", "blend", "glft"),
            "heuristic",
            "",
            "where the control comes from: the seven-parameter law, the solver's policy, their mean, or the closed form"),
    /** Weight of the policy in a blend. */
    QUOTING_BLEND_WEIGHT(
            "quoting.blend_weight", OptionType.number(0, 1), "0.5", "", "weight of the policy when source is blend"),
    /** Half spread of the law. */
    QUOTING_HALF_SPREAD(
            "quoting.half_spread_bps", OptionType.number(0.01, 1000), "5", "bps", "half spread h of the law"),
    /** Price change that is worth an action. */
    QUOTING_MAX_BPS_DIFF(
            "quoting.max_bps_diff",
            OptionType.number(0, 1000),
            "2",
            "bps",
            "a side is quoted again when its price is off by more, and never more than half its offset"),
    /** Levels that enter the imbalance. */
    QUOTING_DEPTH("quoting.depth", OptionType.integer(1, 20), "10", "levels", "levels a side that enter the imbalance"),
    /** Longest time between two solves. */
    SOLVER_INTERVAL(
            "solver.interval_ms",
            OptionType.integer(1000, 600_000),
            "5000",
            "ms",
            "event time after which an instrument's control problem is solved again at the latest"),
    /** Drift of an input that asks for a solve. */
    SOLVER_DRIFT(
            "solver.drift_pct",
            OptionType.number(0.01, 1000),
            "3",
            "%",
            "move of an estimated input that asks for a solve at once (looked for every second)"),
    /** Cadence of gap reports. */
    SOLVER_REPORT(
            "solver.report_ms",
            OptionType.integer(1000, 3_600_000),
            "60000",
            "ms",
            "event time between two reports of the gap; a change of parameters is reported at once"),
    /** Age up to which a table is fresh. */
    SOLVER_FRESH(
            "solver.table_fresh_ms",
            OptionType.integer(1000, 3_600_000),
            "15000",
            "ms",
            "age up to which a policy table counts as fresh; beyond it quotes carry a reason"),
    /** Age at which the heuristic takes over. */
    SOLVER_MAX_AGE(
            "solver.table_max_age_ms",
            OptionType.integer(1000, 3_600_000),
            "60000",
            "ms",
            "age of a policy table at which the heuristic takes over"),
    /** Delay of tables in replays. */
    SOLVER_DELAY(
            "solver.delay_events",
            OptionType.integer(1, 100_000),
            "32",
            "events",
            "in replays: events between the one a table was computed from and its arrival"),
    /** Signal nodes. */
    SOLVER_NODES(
            "solver.signal_nodes",
            OptionType.choice("1", "5", "11", "15", "21", "31", "41"),
            "21",
            "nodes",
            "nodes of the signal in a policy table; 1 for no signal"),
    /** Planning horizon. */
    SOLVER_HORIZON(
            "solver.horizon_s",
            OptionType.number(10, 1e6),
            "1800",
            "s",
            "planning horizon: the session is taken to end at a rate of one over it"),
    /** Slippage beyond the touch. */
    SOLVER_SLIP(
            "solver.slip_bps",
            OptionType.number(0, 1000),
            "0.5",
            "bps",
            "slippage of a taker order beyond the touch, as the model counts it"),
    /** Widest quote. */
    SOLVER_MAX_OFFSET(
            "solver.max_offset_bps", OptionType.number(1, 1000), "80", "bps", "widest quote of a policy table"),
    /** Wanted inventory. */
    SOLVER_INVENTORY(
            "solver.inventory_share",
            OptionType.number(0.01, 1),
            "0.3333",
            "",
            "standard deviation of the inventory that is aimed at, as a share of its limit; it sets the penalty"),
    /** Whether takers reduce an urgent position. */
    TAKER_ENABLED(
            "taker.enabled", OptionType.flag(), "true", "", "whether an urgent position is reduced by taker orders"),
    /** Cap of the taker rate. */
    TAKER_MAX_RATE(
            "taker.max_rate",
            OptionType.number(0, 1000),
            "5",
            "order sizes/s",
            "cap of the taker rate: about one over the time between two child orders, latency included"),
    /** How far a taker order may trade. */
    TAKER_SLIPPAGE(
            "taker.slippage_pct",
            OptionType.number(0, 10),
            "1",
            "%",
            "how far beyond the touch a taker order may trade"),
    /** Row of the venue's fee table. */
    FEES_TIER(
            "fees.tier",
            OptionType.integer(0, 6),
            "0",
            "",
            "row of the venue's fee table by 14-day volume (docs/fills.md), for fills that carry no fee"),
    /** Maker fee instead of the tier's. */
    FEES_MAKER(
            "fees.maker_pct",
            OptionType.number(-1, 1).orNone(),
            "none",
            "%",
            "fee on maker fills that carry none, instead of the tier's; negative is a rebate"),
    /** Taker fee instead of the tier's. */
    FEES_TAKER(
            "fees.taker_pct",
            OptionType.number(-1, 1).orNone(),
            "none",
            "%",
            "fee on taker fills that carry none, instead of the tier's"),
    /** Who fills orders where no venue does. */
    FILLS_MODEL(
            "fills.model",
            OptionType.choice("none", "touch", "queue", "queue:optimistic"),
            "touch",
            "",
            "who fills our orders in replays of market data and in paper sessions (docs/fills.md)"),
    /** Delays of the queue models. */
    FILLS_LATENCY(
            "fills.latency",
            OptionType.text(),
            "200:400:1000",
            "ms",
            "delay of commands, after a comma of answers, for the queue models: none, MS, MIN:MEDIAN:P99, or a file"),
    /** Age of data at which quotes are pulled. */
    RISK_STALE_AFTER(
            "risk.stale_after_ms",
            OptionType.integer(100, 600_000),
            "3000",
            "ms",
            "age of the newest book event at which quotes are pulled; above twice the slowest stream's cadence"),
    /** Furthest price from mid and oracle. */
    RISK_PRICE_COLLAR(
            "risk.price_collar_bps",
            OptionType.number(0, 10_000),
            "500",
            "bps",
            "furthest a quote may be from mid and from the oracle price; 0 for no collar"),
    /** Largest position value. */
    RISK_MAX_NOTIONAL(
            "risk.max_notional_usd",
            OptionType.number(0, 1e9).orNone(),
            "none",
            "USD",
            "largest position value of an instrument, beside its max_position"),
    /** Loss that stops quoting. */
    RISK_MAX_DRAWDOWN(
            "risk.max_drawdown_usd",
            OptionType.number(0, 1e9).orNone(),
            "none",
            "USD",
            "loss from the session's high-water mark that stops quoting"),
    /** Order actions a second. */
    RISK_MAX_ORDERS(
            "risk.max_orders_per_second",
            OptionType.integer(0, 10_000),
            "50",
            "actions/s",
            "order actions in any second over all instruments; 0 for no limit"),
    /** Largest value of one order. */
    RISK_MAX_ORDER(
            "risk.max_order_usd",
            OptionType.number(0, 1e9).orNone(),
            "none",
            "USD",
            "largest value of one order; a quote beyond it is not sent, a taker is cut to it"),
    /** Loss of a day that stops quoting. */
    RISK_MAX_DAILY_LOSS(
            "risk.max_daily_loss_usd",
            OptionType.number(0, 1e9).orNone(),
            "none",
            "USD",
            "loss since 00:00 UTC that stops quoting for the day (docs/limits.md states the basis)"),
    /** Cancels a second beyond which a refused one waits. */
    RISK_MAX_CANCELS(
            "risk.max_cancels_per_second",
            OptionType.integer(0, 10_000),
            "20",
            "cancels/s",
            "cancels in any second beyond which one that the venue refused is not repeated; 0 for no limit"),
    /** Silence of bbo. */
    RISK_STALE_BBO(
            "risk.stale_bbo_ms",
            OptionType.integer(0, 600_000),
            "0",
            "ms",
            "silence of bbo at which quotes are pulled; 0 for none, since a quiet market is silent too"),
    /** Silence of the five-level book. */
    RISK_STALE_FAST(
            "risk.stale_fast_book_ms",
            OptionType.integer(0, 600_000),
            "3000",
            "ms",
            "silence of the five-level book, once heard, at which quotes are pulled; 0 for none"),
    /** Silence of the twenty-level book. */
    RISK_STALE_DEEP(
            "risk.stale_deep_book_ms",
            OptionType.integer(0, 600_000),
            "0",
            "ms",
            "silence of the twenty-level book, once heard, at which quotes are pulled; 0 for none"),
    /** Silence of the oracle price. */
    RISK_STALE_CONTEXT(
            "risk.stale_context_ms",
            OptionType.integer(0, 600_000),
            "15000",
            "ms",
            "silence of mark and oracle price, once heard, at which quotes are pulled; 0 for none"),
    /** Age of a working order. */
    RISK_MAX_ORDER_AGE(
            "risk.max_order_age_ms",
            OptionType.integer(0, 86_400_000),
            "0",
            "ms",
            "age at which a working order is cancelled and placed anew; 0 for none"),
    /** Distance of the clocks. */
    RISK_MAX_SKEW(
            "risk.max_clock_skew_ms",
            OptionType.integer(0, 600_000),
            "5000",
            "ms",
            "distance of local time to venue time at which quotes are pulled; 0 for none"),
    /** Pause of takers. */
    RISK_POST_ONLY_HOLD(
            "risk.post_only_hold_ms",
            OptionType.integer(0, 600_000),
            "10000",
            "ms",
            "time without takers after the venue said that it takes post-only orders only; 0 to go on trying"),
    /** Horizon of the venue's dead man's switch. */
    RISK_SCHEDULE_CANCEL(
            "risk.schedule_cancel_s",
            OptionType.integer(15, 86_400).orNone(),
            "60",
            "s",
            "the venue cancels every order of the account when the session is silent for so long; none: no such switch"
                    + " (a request each third of it while orders are open; the venue wants 1M USD traded before)"),
    /** Age of an unanswered action. */
    RISK_ACK_TIMEOUT(
            "risk.ack_timeout_ms",
            OptionType.integer(100, 600_000),
            "5000",
            "ms",
            "age of an unanswered action at which an alert is raised"),
    /** How requests are rationed. */
    BUDGET_MODE(
            "budget.mode",
            OptionType.choice("venue", "none"),
            "venue",
            "",
            "venue: an initial amount plus one request per USDC traded; none: a test venue without limits"),
    /** Requests at the start. */
    BUDGET_INITIAL(
            "budget.initial",
            OptionType.integer(0, 1_000_000_000_000L),
            "10000",
            "requests",
            "requests available at the start; live, the venue's own count replaces it"),
    /** How long the requests shall last. */
    BUDGET_MIN_RUNWAY(
            "budget.min_runway_hours",
            OptionType.number(0, 10_000),
            "0",
            "h",
            "time that the requests left shall last at the pace of late; below it a requote must be worth more; 0 for none"),
    /** Age at which orders are refused. */
    ORDERS_EXPIRE_AFTER(
            "orders.expire_after_ms",
            OptionType.integer(0, 600_000),
            "5000",
            "ms",
            "age at which the venue shall refuse an action that places orders (a refusal for age costs five requests); 0: never"),
    /** Signatures prepared ahead. */
    SIGNING_PREPARED(
            "signing.prepared",
            OptionType.integer(0, 65_536),
            "256",
            "signatures",
            "kept ready by a thread of their own, so that an order's signature costs one multiplication; 0: all by RFC 6979, as they "
                    + "must be where a virtual machine is restored from snapshots"),
    /** What becomes of the orders of others. */
    ORDERS_FOREIGN(
            "orders.foreign",
            OptionType.choice("leave", "cancel"),
            "leave",
            "",
            "orders on the account that no session placed, in the session's coins: reported and left alone, or cancelled"),
    /** How often the account is compared with the venue. */
    ACCOUNT_REVIEW(
            "account_review_ms",
            OptionType.integer(1000, 600_000),
            "60000",
            "ms",
            "time between two comparisons of orders, position, fills and fees with the venue's, beside those after a loss"),
    /** Whether the position is closed at the end. */
    STOP_CLOSE_POSITION(
            "stop.close_position",
            OptionType.flag(),
            "false",
            "",
            "whether an orderly stop also closes the position, by reduce-only orders at the market"),
    /** How agents share threads. */
    THREADING(
            "threading",
            OptionType.choice("dedicated", "shared", "invoked"),
            "shared",
            "",
            "dedicated: a thread for each hot agent; shared: one thread steps them (right for two cores)"),
    /** What a thread does when there is no work. */
    IDLE(
            "idle",
            OptionType.choice("spin", "yield", "backoff", "auto"),
            "auto",
            "",
            "how idle threads wait; auto: backoff when there are fewer spare cores than spinning threads; so the journal with spin"),
    /** Longest rehearsal before a session goes live. */
    WARM_UP(
            "warm_up_ms",
            OptionType.integer(0, 60_000),
            "2000",
            "ms",
            "longest time that run rehearses decoding, quoting and signing before it connects, so that the code is compiled; 0: not at all"),
    /** Time without work after which the hot line is rehearsed. */
    KEEP_WARM(
            "keep_warm_us",
            OptionType.integer(0, 1_000_000),
            "50",
            "us",
            "with idle: spin, time without work after which a hot thread rehearses a few microseconds of its work; 0: never"),
    /** Slots of a ring. */
    RING_SLOTS(
            "ring.slots",
            OptionType.choice("1024", "2048", "4096", "8192", "16384", "32768", "65536"),
            "8192",
            "slots of 1 KiB",
            "size of the input ring and of the output ring, a power of two"),
    /** Core of the ingress thread. */
    PIN_INGRESS("pin.ingress", OptionType.integer(0, 1023).orNone(), "none", "core", "core of the ingress thread"),
    /** Core of the engine thread. */
    PIN_ENGINE("pin.engine", OptionType.integer(0, 1023).orNone(), "none", "core", "core of the engine thread"),
    /** Core of the egress thread. */
    PIN_EGRESS("pin.egress", OptionType.integer(0, 1023).orNone(), "none", "core", "core of the egress thread"),
    /** Core of the journal thread. */
    PIN_JOURNAL("pin.journal", OptionType.integer(0, 1023).orNone(), "none", "core", "core of the journal thread"),
    /** Core of the solver thread. */
    PIN_SOLVER("pin.solver", OptionType.integer(0, 1023).orNone(), "none", "core", "core of the solver thread"),
    /** Where captures are written. */
    CAPTURE_FOLDER("capture.folder", OptionType.text(), "captures", "", "where sessions are captured"),
    /** Size of a capture segment. */
    CAPTURE_SEGMENT(
            "capture.segment_mib",
            OptionType.choice("1", "2", "4", "8", "16", "32", "64", "128", "256", "512"),
            "64",
            "MiB",
            "size of a capture segment, mapped and touched ahead of use"),
    /** What a lossy capture means for trading. */
    CAPTURE_ON_LOSS(
            "capture.on_loss",
            OptionType.choice("stop", "go_on"),
            "stop",
            "",
            "what happens when the capture loses records (disk full or failing): an orderly stop, or trading goes on without"),
    /** Time without a duty cycle. */
    WATCH_STALL(
            "watch.stall_ms",
            OptionType.integer(0, 600_000),
            "2000",
            "ms",
            "time without a duty cycle at which an agent counts as stalled; 0 for no watch"),
    /** What a stalled agent means for trading. */
    WATCH_ON_STALL(
            "watch.on_stall",
            OptionType.choice("cancel", "alert"),
            "cancel",
            "",
            "what happens when an agent is stalled: pause and cancel every order over HTTP, or an alert only"),
    /** Whether a session serves its page. */
    DASHBOARD_ENABLED(
            "dashboard.enabled",
            OptionType.flag(),
            "true",
            "",
            "serve the page on which a session is watched, on 127.0.0.1 only"),
    /** Where the page is. */
    DASHBOARD_PORT(
            "dashboard.port",
            OptionType.integer(0, 65_535),
            "8642",
            "",
            "port of that page; 0 for any free one; one that is taken costs the page, not the session"),
    /** Whether the page may steer. */
    DASHBOARD_CONTROL(
            "dashboard.control",
            OptionType.flag(),
            "false",
            "",
            "let the page change the trading mode and drop parameter files, with a token that the session prints"),
    /** The whole-set tuning file. */
    PATHS_PARAMS(
            "paths.params", OptionType.text(), "tuning_params.json", "", "the whole-set tuning file that is watched"),
    /** The drops folder. */
    PATHS_DROPS("paths.drops", OptionType.text(), "config/drops", "", "the folder whose *.json files are overlays"),
    /** The ledger of versions. */
    PATHS_LEDGER(
            "paths.ledger",
            OptionType.text(),
            "config/params/ledger.yaml",
            "",
            "every parameter version ever accepted, kept through Chronicle Wire"),
    /** Where the high-water marks of nonces are kept. */
    PATHS_NONCES(
            "paths.nonces",
            OptionType.text(),
            "captures/nonces",
            "",
            "folder of the highest nonce of each key, so that none is ever used twice"),
    /** Where trading modes are asked for. */
    PATHS_CONTROL(
            "paths.control",
            OptionType.text(),
            "config/control",
            "",
            "folder for trading modes (files kill, pause, reduce, run or *.json) and the state of the session; one session each"),
    /** Where accounts are locked. */
    PATHS_LOCKS(
            "paths.locks",
            OptionType.text(),
            "captures/locks",
            "",
            "folder of the locks that keep a second process off an account; checkouts that share an account share it too"),
    /** Safety net of the watcher. */
    TIMERS_PARAMS_POLL(
            "timers.params_poll_ms",
            OptionType.integer(100, 60_000),
            "10000",
            "ms",
            "longest time until a changed tuning file is noticed when the file system says nothing"),
    /** Cadence of decision lines. */
    LOG_DECISIONS(
            "log.decisions_ms",
            OptionType.integer(0, 3_600_000),
            "1000",
            "ms",
            "shortest time between two logged decisions of an instrument; 0 logs each (captures hold all)"),
    /** Form of the log. */
    LOG_FORMAT(
            "log.format",
            OptionType.choice("text", "json"),
            "text",
            "",
            "lines of the log as people read them, or one JSON object each with time, level, event, text and fields"),
    /** Intervals of the latency log. */
    LOG_LATENCY(
            "log.latency_ms",
            OptionType.integer(0, 3_600_000),
            "10000",
            "ms",
            "length of an interval in latency.hlog, the HdrHistogram log in the session's capture; 0: none is written");

    private final String path;
    private final OptionType type;
    private final String defaultText;
    private final String unit;
    private final String why;

    ConfigOption(
            final String path, final OptionType type, final String defaultText, final String unit, final String why) {
        this.path = path;
        this.type = type;
        this.defaultText = defaultText;
        this.unit = unit;
        this.why = why;
    }

    /**
     * Path of the option in the file, levels joined by dots.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * Value when the file does not state the option, as it would be written.
     *
     * @return the default
     */
    public String defaultText() {
        return defaultText;
    }

    /**
     * Unit of the value.
     *
     * @return the unit, empty when it has none
     */
    public String unit() {
        return unit;
    }

    /**
     * What the option decides.
     *
     * @return one phrase
     */
    public String why() {
        return why;
    }

    /**
     * What the option accepts.
     *
     * @return one phrase
     */
    public String accepted() {
        return type.accepted();
    }

    /**
     * Whether a value is accepted.
     *
     * @param text the value as a file would state it, without quotes
     * @return true when it is
     */
    public boolean accepts(final String text) {
        return type.accepts(text, false);
    }

    OptionType type() {
        return type;
    }
}
