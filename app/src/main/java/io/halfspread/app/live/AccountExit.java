package io.halfspread.app.live;

import io.halfspread.app.config.HalfspreadConfig;
import io.halfspread.app.console.Failure;
import io.halfspread.app.report.Decimals;
import io.halfspread.gateway.account.FlattenReport;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The verb flatten: what it did and what is left. */
public final class AccountExit {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final String account;
    private final FlattenReport report;
    private final boolean closing;

    AccountExit(final String account, final FlattenReport report, final boolean closing) {
        this.account = account;
        this.report = report;
        this.closing = closing;
    }

    /**
     * Takes an account out of the market in the configured coins.
     *
     * @param config         wiring: venue, account, coins
     * @param closePositions false to cancel only
     * @param log            gets lines for people
     * @return what was done
     * @throws Failure when there is no key, or the venue cannot be reached
     */
    public static AccountExit run(
            final HalfspreadConfig config, final boolean closePositions, final Consumer<String> log) {
        try (AccountGuard guard = AccountGuard.open(config, config.assets(), log)) {
            return guard.exit(closePositions, PATIENCE_NS);
        } catch (final IllegalArgumentException e) {
            throw Failure.badInput(e.getMessage());
        }
    }

    /**
     * Whether nothing is left that was to be taken away.
     *
     * @return false when orders or positions are left
     */
    public boolean isDone() {
        return closing ? report.isFlat() : report.openLeft() == 0;
    }

    /**
     * Orders that were cancelled.
     *
     * @return the count
     */
    public int cancelled() {
        return report.cancelled();
    }

    /**
     * What was done, for programs.
     *
     * @return members in order
     */
    public Map<String, Object> json() {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("ok", isDone());
        json.put("account", account);
        json.put("cancelled", report.cancelled());
        json.put("open_left", report.openLeft());
        final Map<String, Object> coins = new LinkedHashMap<>();
        for (final FlattenReport.Coin coin : report.coins()) {
            final Map<String, Object> one = new LinkedHashMap<>();
            one.put("closed", Decimals.of(coin.closed()));
            one.put("position", Decimals.of(coin.positionLeft()));
            coins.put(coin.coin(), one);
        }
        json.put("by_asset", coins);
        json.put("notes", report.notes());
        return json;
    }

    /**
     * Prints what was done, for a person.
     *
     * @param out where
     */
    public void print(final PrintStream out) {
        out.println("account     " + account);
        out.println(String.format(
                Locale.ROOT, "orders      %d cancelled, %d still open", report.cancelled(), report.openLeft()));
        for (final FlattenReport.Coin coin : report.coins()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-11s traded %s to close, position left %s",
                    coin.coin(),
                    Decimals.of(coin.closed()).toPlainString(),
                    Decimals.of(coin.positionLeft()).toPlainString()));
        }
        report.notes().forEach(note -> out.println("NOTE        " + note));
    }
}
