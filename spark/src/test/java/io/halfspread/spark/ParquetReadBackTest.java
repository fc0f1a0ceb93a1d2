package io.halfspread.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.halfspread.app.sweep.table.Column;
import io.halfspread.app.sweep.table.CsvTable;
import io.halfspread.app.sweep.table.ParquetTable;
import io.halfspread.app.sweep.table.ResultTable;
import io.halfspread.codec.text.JsonOutput;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Parquet files of the application, whose pages are its own, read by Apache's reader that comes with Spark. */
final class ParquetReadBackTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("name", Column.Type.TEXT),
            new Column("count", Column.Type.WHOLE),
            new Column("share", Column.Type.REAL),
            new Column("usd", Column.Type.DECIMAL8));
    private static final int ROWS = 70_000;

    @TempDir
    java.nio.file.Path folder;

    @Test
    void shouldHoldTheCellsOfTheCsvWhenApachesReaderReadsThem() throws Exception {
        final ResultTable table = random();
        CsvTable.write(table, folder.resolve("t.csv"));
        ParquetTable.write(table, folder.resolve("t.parquet"));
        final List<String> csv = Files.readAllLines(folder.resolve("t.csv"));

        int row = 0;
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(),
                        new Path(folder.resolve("t.parquet").toUri()))
                .withConf(new Configuration())
                .build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                final String[] cells = csv.get(++row).split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    assertEquals(cells[i], text(group, i), "row " + row + ", column " + i);
                }
            }
            assertNull(reader.read());
        }
        assertEquals(ROWS, row);
    }

    private static String text(final Group group, final int column) {
        if (group.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        return switch (COLUMNS.get(column).type()) {
            case TEXT -> group.getString(column, 0);
            case WHOLE -> Long.toString(group.getLong(column, 0));
            case REAL -> JsonOutput.number(group.getDouble(column, 0));
            case DECIMAL8 -> {
                final BigDecimal plain =
                        BigDecimal.valueOf(group.getLong(column, 0), 8).stripTrailingZeros();
                yield (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
            }
        };
    }

    private static ResultTable random() {
        final Random random = new Random(2);
        final ResultTable table = new ResultTable(COLUMNS);
        for (int i = 0; i < ROWS; i++) {
            table.add(
                    i / 50 % 3 == 0 ? null : "row " + i + " ä",
                    random.nextInt(5) == 0 ? null : random.nextLong(),
                    random.nextInt(3) == 0 ? null : random.nextGaussian() * 1e3,
                    i % 7 == 0 ? null : random.nextLong() >> 8);
        }
        return table;
    }
}
