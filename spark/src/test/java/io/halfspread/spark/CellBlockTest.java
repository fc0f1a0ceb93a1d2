package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.space.Candidate;
import io.halfspread.app.sweep.space.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CellBlockTest {
    @Test
    void shouldHoldEachCellOnceInTasksOfOneCapture() {
        final List<Cell> cells = cells(1_000);

        final List<CellBlock> blocks = CellBlock.of(cells, 4);

        final List<Cell> found = new ArrayList<>();
        blocks.forEach(block -> found.addAll(block.cells()));
        found.sort(Comparator.comparing(Cell::key));
        assertEquals(cells, found);
        blocks.forEach(block -> assertTrue(
                block.candidates().length <= 32
                        && block.cells().stream().allMatch(each -> each.capture() == block.capture()),
                block::toString));
    }

    @Test
    void shouldGiveEveryCoreSeveralTasks() {
        assertTrue(CellBlock.of(cells(20), 2).size() >= 8);
        assertEquals(2, CellBlock.of(cells(1), 64).size());
    }

    private static List<Cell> cells(final int candidates) {
        final List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            final Candidate candidate =
                    i == 0 ? Candidate.BASE : new Candidate(i, Map.of(Variable.HALF_SPREAD_BPS, 1 + 0.1 * i));
            cells.add(new Cell(candidate, 0, 0.25));
            cells.add(new Cell(candidate, 1, 1));
        }
        return cells;
    }
}
