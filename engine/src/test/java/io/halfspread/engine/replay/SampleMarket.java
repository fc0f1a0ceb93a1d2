package io.halfspread.engine.replay;

import io.halfspread.codec.event.BudgetMode;
import io.halfspread.codec.event.InstrumentKind;
import io.halfspread.codec.event.QuoteSource;
import io.halfspread.codec.event.SessionKind;
import io.halfspread.engine.settings.Instrument;
import io.halfspread.engine.settings.QuotingSettings;
import io.halfspread.engine.settings.RiskLimits;
import io.halfspread.engine.settings.SessionSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded random walk of touches and trades in two instruments, and the session around it. */
final class SampleMarket {
    static final long START_NS = 1_765_400_000_030_000_000L;

    private SampleMarket() {}

    static List<byte[]> messages(final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        final Messages messages = new Messages();
        final List<byte[]> list = new ArrayList<>();
        final double[] mid = {100, 20};
        long ns = START_NS;
        for (int i = 0; i < count; i++) {
            ns += random.nextInt(40_000_000) + (random.nextInt(400) == 0 ? 5_000_000_000L : 0);
            final int instrument = random.nextInt(2);
            mid[instrument] = Math.max(5, mid[instrument] + (random.nextInt(5) - 2) * 0.01);
            final double px = Math.rint(mid[instrument] * 100) / 100;
            if (random.nextInt(3) == 0) {
                final double through = px + (random.nextInt(41) - 20) * 0.01;
                list.add(messages.trade(
                        ns, instrument, through, 0.01 * (1 + random.nextInt(50)), i + 1, random.nextInt(20) == 0));
            } else {
                list.add(messages.bbo(
                        ns,
                        instrument,
                        px - 0.01,
                        1 + random.nextInt(9),
                        px + 0.01 + random.nextInt(2) * 0.01,
                        1 + random.nextInt(9)));
            }
        }
        return list;
    }

    static SessionSettings settings() {
        return new SessionSettings(
                SessionKind.REPLAY,
                false,
                BudgetMode.NONE,
                0,
                Long.MIN_VALUE,
                0,
                List.of(instrument("AAA"), instrument("BBB")));
    }

    private static Instrument instrument(final String coin) {
        return new Instrument(
                coin,
                InstrumentKind.PERP,
                2,
                -1,
                new QuotingSettings(
                        QuoteSource.HEURISTIC,
                        0.5,
                        4,
                        1,
                        10,
                        false,
                        Messages.scaled(0.6),
                        Messages.scaled(2),
                        Messages.scaled(10),
                        true,
                        5,
                        100,
                        150_000_000L,
                        450_000_000L),
                new RiskLimits(Long.MIN_VALUE, 0, 3_000_000_000L, 5_000_000_000L));
    }
}
