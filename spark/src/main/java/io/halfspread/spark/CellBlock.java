package io.halfspread.spark;

import io.halfspread.app.sweep.run.Cell;
import io.halfspread.app.sweep.space.Candidate;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A task: some cells of one capture, so that a worker maps and verifies it once for all of them.
 *
 * @param capture    index of the capture in the sweep
 * @param candidates candidates, each as its line of JSON
 * @param shares     part of the capture's time for each candidate
 */
record CellBlock(int capture, String[] candidates, double[] shares) implements Serializable {
    /** Most cells of a task: what is lost with a worker, and done again, is at most this. */
    private static final int MOST_CELLS = 32;

    /** Tasks for each core, so that no core idles for long while another ends. */
    private static final int TASKS_PER_CORE = 4;

    /**
     * Puts cells into tasks, in the order of the cells.
     *
     * @param cells what to run
     * @param cores how many run at a time
     * @return tasks of one capture each
     */
    static List<CellBlock> of(final List<Cell> cells, final int cores) {
        final int size = Math.max(1, Math.min(MOST_CELLS, cells.size() / (TASKS_PER_CORE * cores)));
        final List<CellBlock> blocks = new ArrayList<>();
        for (final List<Cell> ofCapture : byCapture(cells)) {
            for (int from = 0; from < ofCapture.size(); from += size) {
                blocks.add(block(ofCapture.subList(from, Math.min(from + size, ofCapture.size()))));
            }
        }
        return blocks;
    }

    /** The cells, read. */
    List<Cell> cells() {
        final List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            cells.add(new Cell(Candidate.of(candidates[i]), capture, shares[i]));
        }
        return cells;
    }

    private static Collection<List<Cell>> byCapture(final List<Cell> cells) {
        final Map<Integer, List<Cell>> byCapture = new LinkedHashMap<>();
        for (final Cell cell : cells) {
            byCapture.computeIfAbsent(cell.capture(), each -> new ArrayList<>()).add(cell);
        }
        return byCapture.values();
    }

    private static CellBlock block(final List<Cell> cells) {
        return new CellBlock(
                cells.get(0).capture(),
                cells.stream().map(cell -> cell.candidate().json()).toArray(String[]::new),
                cells.stream().mapToDouble(Cell::share).toArray());
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof CellBlock block
                && capture == block.capture
                && Arrays.equals(candidates, block.candidates)
                && Arrays.equals(shares, block.shares);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * capture + Arrays.hashCode(candidates)) + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return candidates.length + " cells of capture " + capture;
    }
}
