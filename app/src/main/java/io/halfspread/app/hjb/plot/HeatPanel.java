package io.halfspread.app.hjb.plot;

import io.halfspread.engine.hjb.HjbGrid;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** One table over inventory (upwards) and signal (to the right), as coloured cells with axes; the current state is ringed. */
final class HeatPanel {
    /** Room that a panel takes, with its axes. */
    static final int WIDTH = 400;

    /** Room that a panel takes, with its axes and heading. */
    static final int HEIGHT = 360;

    private static final int LEFT = 50;
    private static final int TOP = 40;
    private static final int INNER_WIDTH = 320;
    private static final int INNER_HEIGHT = 270;

    private final SvgPage page;
    private final HjbGrid grid;
    private final int current;

    HeatPanel(final SvgPage page, final HjbGrid grid, final int current) {
        this.page = page;
        this.grid = grid;
        this.current = current;
    }

    void draw(
            final int x,
            final int y,
            final String heading,
            final String unit,
            final ColourScale scale,
            final IntToDoubleFunction byState) {
        final double width = (double) INNER_WIDTH / grid.signalNodes();
        final double height = (double) INNER_HEIGHT / grid.rows();
        page.heading(x + LEFT, y + TOP - 14, heading);
        for (int i = 0; i < grid.rows(); i++) {
            for (int j = 0; j < grid.signalNodes(); j++) {
                final double value = byState.applyAsDouble(grid.state(i, j));
                page.cell(
                        left(x, j),
                        top(y, i),
                        width + 0.3,
                        height + 0.3,
                        scale.colour(value),
                        String.format(
                                Locale.ROOT,
                                "q %d, signal %.3f: %s",
                                grid.lots(i),
                                grid.signal(j),
                                Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4g %s", value, unit)));
            }
        }
        page.frame(x + LEFT, y + TOP, INNER_WIDTH, INNER_HEIGHT);
        axes(x, y);
        page.ring(
                left(x, grid.node(current)) + width / 2,
                top(y, grid.row(current)) + height / 2,
                Math.max(5, Math.min(width, height) / 2),
                "here");
    }

    private void axes(final int x, final int y) {
        final int rows = grid.rows();
        for (final int row : new int[] {0, rows / 4, rows / 2, 3 * rows / 4, rows - 1}) {
            final double middle = top(y, row) + (double) INNER_HEIGHT / rows / 2 + 4;
            page.text(x + LEFT - 6, middle, "end", Integer.toString(grid.lots(row)));
        }
        final int nodes = grid.signalNodes();
        final int[] shown = nodes == 1 ? new int[] {0} : new int[] {0, nodes / 2, nodes - 1};
        for (final int node : shown) {
            final double middle = left(x, node) + (double) INNER_WIDTH / nodes / 2;
            page.text(
                    middle,
                    y + TOP + INNER_HEIGHT + 16,
                    "middle",
                    String.format(Locale.ROOT, "%.2f", grid.signal(node)));
        }
        page.text(x + LEFT + INNER_WIDTH / 2.0, y + TOP + INNER_HEIGHT + 32, "middle", "signal");
        page.text(x + LEFT - 6, y + TOP - 6, "end", "lots");
    }

    private double left(final int x, final int node) {
        return x + LEFT + (double) INNER_WIDTH * node / grid.signalNodes();
    }

    private double top(final int y, final int row) {
        return y + TOP + (double) INNER_HEIGHT * (grid.rows() - 1 - row) / grid.rows();
    }
}
