package io.halfspread.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final RequestBudget budget = new RequestBudget();

    @Test
    void shouldAskForLargerMovesAsItRunsShort() {
        budget.start(true, 100);
        assertEquals(1, budget.scarcity(0));

        send(50);
        assertEquals(1, budget.scarcity(0));
        send(22);
        assertTrue(budget.scarcity(0) > 4 && budget.scarcity(0) < 8);
        send(23);

        assertEquals(8, budget.scarcity(0));
        assertEquals(5, budget.left());
        assertFalse(budget.isLow());
        send(1);
        assertTrue(budget.isLow());
    }

    @Test
    void shouldEarnARequestForEachUsdTraded() {
        budget.start(true, 10);
        send(10);

        budget.onTraded(0, 1_250_000_000L);

        assertEquals(12, budget.left());
    }

    @Test
    void shouldTrickleOneRequestInTenSecondsWhenUsedUp() {
        budget.start(true, 1);
        budget.onPlace(5 * SECOND);

        assertFalse(budget.mayPlace(15 * SECOND - 1, 0));
        assertTrue(budget.mayPlace(15 * SECOND, 0));
        assertFalse(budget.mayPlace(15 * SECOND, 1));
    }

    @Test
    void shouldLetCancelsGoToTwiceTheAllowance() {
        budget.start(true, 10);
        send(19);
        assertTrue(budget.mayCancel());

        budget.onCancel(0);

        assertFalse(budget.mayCancel());
    }

    @Test
    void shouldLimitNothingWhenLifted() {
        budget.start(false, 0);
        send(1000);

        assertTrue(budget.mayPlace(0, 3));
        assertTrue(budget.mayCancel());
        assertEquals(1, budget.scarcity(0));
    }

    private void send(final int requests) {
        for (int i = 0; i < requests; i++) {
            budget.onPlace(0);
        }
    }
}
