package io.halfspread.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MessageBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldNeverHoldMoreInAnyMinuteAndLeaveNoneUnused() {
        final MessageBudget budget = new MessageBudget(50);
        final Deque<Long> lastMinute = new ArrayDeque<>();
        final SplittableRandom random = new SplittableRandom(5);
        long nowNs = 0;
        for (int i = 0; i < 20_000; i++) {
            nowNs += random.nextLong(2 * SECOND);
            while (!lastMinute.isEmpty() && nowNs - lastMinute.peek() >= 60 * SECOND) {
                lastMinute.poll();
            }
            final int wanted = 1 + random.nextInt(3);
            assertEquals(lastMinute.size() + wanted <= 50, budget.hasRoom(wanted, nowNs));
            if (budget.hasRoom(wanted, nowNs)) {
                for (int k = 0; k < wanted; k++) {
                    budget.sent(nowNs);
                    lastMinute.add(nowNs);
                }
            }
        }
    }

    @Test
    void shouldKnowNoLimitWhenThereIsNone() {
        final MessageBudget budget = new MessageBudget(0);
        for (int i = 0; i < 10_000; i++) {
            budget.sent(1);
        }
        assertTrue(budget.hasRoom(1_000, 1));
    }

    @Test
    void shouldRefuseMoreThanItEverHasAndMoreThanTheVenueTakes() {
        assertFalse(new MessageBudget(3).hasRoom(4, 0));
        assertThrows(IllegalArgumentException.class, () -> new MessageBudget(2_001));
    }
}
