package io.halfspread.app.sweep.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Writes a table as Parquet: flat, every column optional, values plain and uncompressed, a page a column of a group of rows.
 * What is intricate, the headers and the footer, is Parquet's own code; a plain page is its values one behind the other.
 */
public final class ParquetTable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int ROWS_PER_GROUP = 1 << 16;
    private static final int DECIMAL_DIGITS = 18;
    private static final int DECIMAL_PLACES = 8;
    private static final long DECIMAL_END = 1_000_000_000_000_000_000L;
    private static final int WORD = 4;
    private static final int LONG_WORD = 8;
    private static final int VARINT_BITS = 7;

    private final ResultTable table;
    private final OutputStream out;
    private long position;

    private ParquetTable(final ResultTable table, final OutputStream out) {
        this.table = table;
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @param table what to write
     * @param file  where; replaced if it is there
     * @throws IOException              when the disk refuses
     * @throws IllegalArgumentException when a decimal has more than 18 digits
     */
    public static void write(final ResultTable table, final Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            new ParquetTable(table, out).write();
        }
    }

    private void write() throws IOException {
        put(MAGIC);
        final List<RowGroup> groups = new ArrayList<>();
        for (int row = 0; row < table.size(); row += ROWS_PER_GROUP) {
            groups.add(group(row, Math.min(table.size(), row + ROWS_PER_GROUP)));
        }
        final FileMetaData footer = new FileMetaData(VERSION, schema(), table.size(), groups);
        footer.setCreated_by("halfspread version 1");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        put(bytes.toByteArray());
        put(ByteBuffer.allocate(WORD)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.size())
                .array());
        put(MAGIC);
    }

    private void put(final byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    private List<SchemaElement> schema() {
        final List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("results").setNum_children(table.columns().size()));
        for (final Column column : table.columns()) {
            final SchemaElement element = new SchemaElement(column.name())
                    .setType(type(column.type()))
                    .setRepetition_type(FieldRepetitionType.OPTIONAL);
            if (column.type() == Column.Type.TEXT) {
                element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
            } else if (column.type() == Column.Type.DECIMAL8) {
                element.setConverted_type(ConvertedType.DECIMAL)
                        .setPrecision(DECIMAL_DIGITS)
                        .setScale(DECIMAL_PLACES)
                        .setLogicalType(LogicalType.DECIMAL(new DecimalType(DECIMAL_PLACES, DECIMAL_DIGITS)));
            }
            schema.add(element);
        }
        return schema;
    }

    private static Type type(final Column.Type type) {
        return switch (type) {
            case TEXT -> Type.BYTE_ARRAY;
            case WHOLE, DECIMAL8 -> Type.INT64;
            case REAL -> Type.DOUBLE;
        };
    }

    private RowGroup group(final int from, final int to) throws IOException {
        final List<ColumnChunk> chunks = new ArrayList<>();
        final long start = position;
        for (int column = 0; column < table.columns().size(); column++) {
            chunks.add(chunk(column, from, to));
        }
        return new RowGroup(chunks, position - start, to - from);
    }

    private ColumnChunk chunk(final int column, final int from, final int to) throws IOException {
        final byte[] page = page(column, from, to);
        final PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, page.length)
                .setData_page_header(new DataPageHeader(to - from, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        final long start = position;
        put(bytes.toByteArray());
        put(page);
        final ColumnMetaData meta = new ColumnMetaData(
                type(table.columns().get(column).type()),
                List.of(Encoding.PLAIN, Encoding.RLE),
                List.of(table.columns().get(column).name()),
                CompressionCodec.UNCOMPRESSED,
                to - from,
                position - start,
                position - start,
                start);
        return new ColumnChunk(start).setMeta_data(meta);
    }

    private byte[] page(final int column, final int from, final int to) {
        final ByteArrayOutputStream levels = new ByteArrayOutputStream();
        final ByteArrayOutputStream values = new ByteArrayOutputStream();
        int row = from;
        while (row < to) {
            final boolean known = table.cell(row, column) != null;
            final int begin = row;
            while (row < to && (table.cell(row, column) != null) == known) {
                if (known) {
                    value(table.columns().get(column).type(), table.cell(row, column), values);
                }
                row++;
            }
            run(row - begin, known, levels);
        }
        final ByteBuffer page =
                ByteBuffer.allocate(WORD + levels.size() + values.size()).order(ByteOrder.LITTLE_ENDIAN);
        return page.putInt(levels.size())
                .put(levels.toByteArray())
                .put(values.toByteArray())
                .array();
    }

    /** A run of cells that are all known or all unknown: its length, shifted by the bit that says "run", then the level. */
    private static void run(final int length, final boolean known, final ByteArrayOutputStream levels) {
        int rest = length << 1;
        while (rest >= 1 << VARINT_BITS) {
            levels.write(rest | 1 << VARINT_BITS);
            rest >>>= VARINT_BITS;
        }
        levels.write(rest);
        levels.write(known ? 1 : 0);
    }

    private static void value(final Column.Type type, final Object cell, final ByteArrayOutputStream values) {
        final ByteBuffer bytes;
        switch (type) {
            case TEXT -> {
                final byte[] text = ((String) cell).getBytes(StandardCharsets.UTF_8);
                bytes = ByteBuffer.allocate(WORD + text.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.putInt(text.length).put(text);
            }
            case REAL ->
                bytes = ByteBuffer.allocate(LONG_WORD)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble((Double) cell);
            case WHOLE, DECIMAL8 -> {
                final long number = (Long) cell;
                if (type == Column.Type.DECIMAL8 && (number <= -DECIMAL_END || number >= DECIMAL_END)) {
                    throw new IllegalArgumentException(number + "e-8 has more than " + DECIMAL_DIGITS + " digits");
                }
                bytes = ByteBuffer.allocate(LONG_WORD)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number);
            }
            default -> throw new IllegalArgumentException("no such type");
        }
        values.writeBytes(bytes.array());
    }
}
