package io.halfspread.app.sweep.table;

import io.halfspread.app.report.Decimals;
import io.halfspread.codec.text.JsonOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a table as CSV by RFC 4180, UTF-8, lines ended by LF; an unknown cell is empty. */
public final class CsvTable {
    private CsvTable() {}

    /**
     * Writes a file.
     *
     * @param table what to write
     * @param file  where; replaced if it is there
     * @throws IOException when the disk refuses
     */
    public static void write(final ResultTable table, final Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < table.columns().size(); i++) {
                out.append(i == 0 ? "" : ",").append(table.columns().get(i).name());
            }
            out.append('\n');
            for (int row = 0; row < table.size(); row++) {
                for (int i = 0; i < table.columns().size(); i++) {
                    out.append(i == 0 ? "" : ",")
                            .append(text(table.columns().get(i).type(), table.cell(row, i)));
                }
                out.append('\n');
            }
        }
    }

    private static String text(final Column.Type type, final Object cell) {
        if (cell == null) {
            return "";
        }
        return switch (type) {
            case TEXT -> quoted((String) cell);
            case WHOLE -> cell.toString();
            case REAL -> JsonOutput.number((Double) cell);
            case DECIMAL8 -> Decimals.of((Long) cell).toPlainString();
        };
    }

    private static String quoted(final String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
