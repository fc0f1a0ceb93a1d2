package io.halfspread.app.soak;

import io.halfspread.sim.faults.InjectedFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Follows each fault until the session is in a safe state again: it agrees with the venue on position and orders, no outcome
 * is being found out, and a fault that lasts is over or nothing of ours stands. Whatever trouble the session counted until
 * then, or a moment later, shows that it noticed.
 */
final class FaultWatch {
    private static final long NOTICE_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long NS_PER_MS = 1_000_000L;

    private final List<Followed> followed = new ArrayList<>();
    private final List<FaultOutcome> outcomes = new ArrayList<>();
    private int seen;
    private long troubles;

    /** New faults, the state at the end of a tick. */
    void tick(
            final List<InjectedFault> all,
            final long nowNs,
            final boolean safe,
            final boolean stands,
            final long count) {
        for (; seen < all.size(); seen++) {
            followed.add(new Followed(all.get(seen), nowNs, troubles));
        }
        troubles = count;
        for (final Iterator<Followed> each = followed.iterator(); each.hasNext(); ) {
            final Followed fault = each.next();
            final boolean over = nowNs >= fault.injected.endMs() * NS_PER_MS;
            if (fault.safeNs < 0 && safe && (over || !stands)) {
                fault.safeNs = nowNs - fault.startNs;
            }
            if (fault.safeNs >= 0 && nowNs - fault.startNs >= fault.safeNs + NOTICE_NS) {
                outcomes.add(fault.outcome(count));
                each.remove();
            }
        }
    }

    /** Of all faults, at the end. */
    List<FaultOutcome> end() {
        followed.forEach(fault -> outcomes.add(fault.outcome(troubles)));
        followed.clear();
        return outcomes;
    }

    /** A fault on its way to a safe state. */
    private static final class Followed {
        private final InjectedFault injected;
        private final long startNs;
        private final long troublesBefore;
        private long safeNs = -1;

        Followed(final InjectedFault injected, final long startNs, final long troublesBefore) {
            this.injected = injected;
            this.startNs = startNs;
            this.troublesBefore = troublesBefore;
        }

        FaultOutcome outcome(final long troublesNow) {
            return new FaultOutcome(injected.kind(), troublesNow > troublesBefore, safeNs);
        }
    }
}
