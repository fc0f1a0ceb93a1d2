package io.halfspread.app.sweep.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.halfspread.codec.text.JsonOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader written for the test, from the format's description; in module spark another one reads the same files. */
final class ParquetTableTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("name", Column.Type.TEXT),
            new Column("count", Column.Type.WHOLE),
            new Column("share", Column.Type.REAL),
            new Column("usd", Column.Type.DECIMAL8));

    @TempDir
    Path folder;

    @Test
    void shouldHoldTheCellsOfTheCsvWhenReadBack() throws IOException {
        final ResultTable table = random(70_000);
        CsvTable.write(table, folder.resolve("t.csv"));
        ParquetTable.write(table, folder.resolve("t.parquet"));

        final List<String> csv = Files.readAllLines(folder.resolve("t.csv"));
        final List<List<String>> columns = read(Files.readAllBytes(folder.resolve("t.parquet")));

        assertEquals("name,count,share,usd", csv.get(0));
        assertEquals(table.size() + 1, csv.size());
        for (int row = 0; row < table.size(); row++) {
            final String[] cells = csv.get(row + 1).split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                assertEquals(cells[i], columns.get(i).get(row), "row " + row + ", column " + i);
            }
        }
    }

    @Test
    void shouldBeReadableWhenThereIsNoRow() throws IOException {
        final Path file = folder.resolve("t.parquet");
        ParquetTable.write(new ResultTable(COLUMNS), file);

        assertEquals(4, read(Files.readAllBytes(file)).size());
    }

    @Test
    void shouldRefuseWhenADecimalHasTooManyDigits() {
        final ResultTable table = new ResultTable(List.of(new Column("usd", Column.Type.DECIMAL8)));
        table.add(1_000_000_000_000_000_000L);

        assertThrows(IllegalArgumentException.class, () -> ParquetTable.write(table, folder.resolve("t.parquet")));
    }

    @Test
    void shouldRefuseWhenACellIsOfAnotherType() {
        final ResultTable table = new ResultTable(COLUMNS);

        assertThrows(IllegalArgumentException.class, () -> table.add("a", 1, 0.5, 3L));
        assertThrows(IllegalArgumentException.class, () -> table.add("a", 1L, Double.NaN, 3L));
        assertThrows(IllegalArgumentException.class, () -> table.add("a", 1L, 0.5));
        assertEquals(0, table.size());
    }

    @Test
    void shouldQuoteWhenACsvCellHoldsASeparator() throws IOException {
        final ResultTable table = new ResultTable(List.of(new Column("name", Column.Type.TEXT)));
        table.add("a,\"b\"");
        final Path file = folder.resolve("t.csv");
        CsvTable.write(table, file);

        assertEquals("name\n\"a,\"\"b\"\"\"\n", Files.readString(file));
    }

    private static ResultTable random(final int rows) {
        final Random random = new Random(2);
        final ResultTable table = new ResultTable(COLUMNS);
        for (int i = 0; i < rows; i++) {
            final boolean gap = i / 50 % 3 == 0;
            table.add(
                    gap ? null : "row " + i + " ä",
                    random.nextInt(5) == 0 ? null : random.nextLong(),
                    random.nextInt(3) == 0 ? null : random.nextGaussian() * 1e3,
                    i % 7 == 0 ? null : random.nextLong() >> 8);
        }
        return table;
    }

    private static List<List<String>> read(final byte[] file) throws IOException {
        final byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(magic, Arrays.copyOf(file, 4));
        assertArrayEquals(magic, Arrays.copyOfRange(file, file.length - 4, file.length));
        final ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        final int length = bytes.getInt(file.length - 8);
        final FileMetaData footer =
                Util.readFileMetaData(new ByteArrayInputStream(file, file.length - 8 - length, length));
        final List<List<String>> columns = new ArrayList<>();
        for (int i = 1; i < footer.getSchemaSize(); i++) {
            final List<String> cells = new ArrayList<>();
            for (final RowGroup group : footer.getRow_groups()) {
                chunk(bytes, footer.getSchema().get(i), group.getColumns().get(i - 1), cells);
            }
            assertEquals(footer.getNum_rows(), cells.size());
            columns.add(cells);
        }
        return columns;
    }

    private static void chunk(
            final ByteBuffer file, final SchemaElement schema, final ColumnChunk chunk, final List<String> cells)
            throws IOException {
        final int at = (int) chunk.getMeta_data().getData_page_offset();
        final ByteArrayInputStream in = new ByteArrayInputStream(file.array(), at, file.capacity() - at);
        final int before = in.available();
        final PageHeader header = Util.readPageHeader(in);
        final int data = at + before - in.available();
        assertEquals(
                chunk.getMeta_data().getTotal_compressed_size(),
                data - at + header.getCompressed_page_size(),
                schema.getName());
        final int levels = file.getInt(data);
        int level = data + 4;
        int value = level + levels;
        int rows = 0;
        while (level < data + 4 + levels) {
            int run = 0;
            int shift = 0;
            int part;
            do {
                part = file.get(level++);
                run |= (part & 0x7F) << shift;
                shift += 7;
            } while (part < 0);
            assertEquals(0, run & 1, "a run, not packed bits");
            final boolean known = file.get(level++) == 1;
            for (int i = 0; i < run >>> 1; i++) {
                cells.add(known ? text(file, schema, value) : "");
                value += known ? length(file, schema, value) : 0;
                rows++;
            }
        }
        assertEquals(header.getData_page_header().getNum_values(), rows);
        assertEquals(data + header.getCompressed_page_size(), value);
    }

    private static int length(final ByteBuffer file, final SchemaElement schema, final int at) {
        return schema.getName().equals("name") ? 4 + file.getInt(at) : 8;
    }

    private static String text(final ByteBuffer file, final SchemaElement schema, final int at) {
        return switch (schema.getName()) {
            case "name" -> new String(file.array(), at + 4, file.getInt(at), StandardCharsets.UTF_8);
            case "count" -> Long.toString(file.getLong(at));
            case "share" -> JsonOutput.number(file.getDouble(at));
            default -> {
                assertEquals(8, schema.getScale());
                final BigDecimal plain =
                        BigDecimal.valueOf(file.getLong(at), schema.getScale()).stripTrailingZeros();
                yield (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
            }
        };
    }
}
