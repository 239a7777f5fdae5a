package agentsettings.cli.imports;

import agentsettings.client.management.json.Json;
import agentsettings.core.jobs.RowFault;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.RawRow;
import agentsettings.management.imports.parsing.RowSplitter;
import agentsettings.management.imports.parsing.UnreadableFileException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Copies the faulty rows of an imported file, each as it is and behind a text that says what is wrong with it: in CSV in a first column, in
 * JSON Lines in a first member. Imports leave that text out, so that the rows can be mended and sent again. Used by one thread.
 */
final class FaultyRows {

    /** What an earlier copy has put in front of the members of an object. */
    private static final Pattern EARLIER_TEXT =
            Pattern.compile("^\\s*\"" + Columns.FAULT + "\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*+\"\\s*,?");

    private final SentFile file;
    private final RowSplitter rows;
    private final OutputStream out;
    private boolean hasTexts;
    private long copied;

    private FaultyRows(SentFile file, InputStream in, OutputStream out) {
        this.file = file;
        this.rows = new RowSplitter(in, file.isCsv());
        this.out = out;
    }

    /**
     * Copies the rows into another file, which is replaced.
     *
     * @param faults by row
     * @return the number of rows that were copied; without those that are too long, or behind which the file cannot be read
     */
    static long copy(SentFile file, Iterator<RowFault> faults, Path to) throws IOException {
        try (InputStream in = file.open();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            FaultyRows rows = new FaultyRows(file, in, out);
            try {
                rows.copy(faults);
            } catch (UnreadableFileException e) {
                // the faults say where and why
            }
            return rows.copied;
        }
    }

    private void copy(Iterator<RowFault> faults) throws IOException {
        if (file.isCsv()) {
            copyHeader();
        }
        Optional<RawRow> row = rows.next();
        RowFault next = nextOrNull(faults);
        while (next != null && row.isPresent()) {
            long number = row.get().number();
            StringJoiner text = new StringJoiner(" ");
            while (next != null && next.row() <= number) {
                if (next.row() == number) {
                    text.add(next.column() == null ? next.detail() : next.column() + ": " + next.detail());
                }
                next = nextOrNull(faults);
            }
            if (text.length() > 0 && !row.get().isTooLong()) {
                write(text.toString(), row.get().bytes());
                copied++;
            }
            row = rows.next();
        }
    }

    private static RowFault nextOrNull(Iterator<RowFault> faults) {
        return faults.hasNext() ? faults.next() : null;
    }

    private void copyHeader() throws IOException {
        Optional<RawRow> header = rows.next();
        if (header.isPresent()) {
            byte[] bytes = header.get().bytes();
            String names = new String(bytes, StandardCharsets.UTF_8);
            hasTexts = names.equals(Columns.FAULT)
                    || names.startsWith(Columns.FAULT + ",")
                    || names.startsWith("\"" + Columns.FAULT + "\",");
            writeCsv(Columns.FAULT, bytes);
        }
    }

    private void write(String text, byte[] row) throws IOException {
        if (file.isCsv()) {
            writeCsv('"' + text.replace("\"", "\"\"") + '"', row);
        } else {
            writeJson(text, row);
        }
    }

    private void writeCsv(String cell, byte[] row) throws IOException {
        int begin = hasTexts ? endOfFirstCell(row) : 0;
        out.write(cell.getBytes(StandardCharsets.UTF_8));
        out.write(',');
        out.write(row, begin, row.length - begin);
        out.write('\r');
        out.write('\n');
    }

    /** Behind the comma that ends the first cell. */
    private static int endOfFirstCell(byte[] row) {
        boolean isQuoted = false;
        for (int i = 0; i < row.length; i++) {
            if (row[i] == '"') {
                isQuoted = !isQuoted;
            } else if (row[i] == ',' && !isQuoted) {
                return i + 1;
            }
        }
        return row.length;
    }

    /** A row that is no object stays as it is. */
    private void writeJson(String text, byte[] row) throws IOException {
        String line = new String(row, StandardCharsets.UTF_8).strip();
        if (line.startsWith("{")) {
            String members = EARLIER_TEXT.matcher(line.substring(1)).replaceFirst("");
            String begin = Json.object().put(Columns.FAULT, text).toString();
            String separator = members.strip().equals("}") ? "" : ",";
            line = begin.substring(0, begin.length() - 1) + separator + members;
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
