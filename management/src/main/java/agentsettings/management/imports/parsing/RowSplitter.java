package agentsettings.management.imports.parsing;

import agentsettings.core.jobs.RowFault.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Divides bytes into rows: at line breaks, in CSV only at those outside of quotation marks. Rows are divided before they are parsed, so
 * that a row that can't be parsed costs itself and no other. Holds one row at a time, of a row that is too long its beginning. Used by
 * one thread.
 */
public final class RowSplitter {

    /** The maximum of bytes in a row, more than the longest values of every column take. */
    static final int ROW_MAX = 64 * 1024;

    private static final int BUFFER = 32 * 1024;
    private static final int END = -1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Where in a row of CSV the next byte stands. */
    private enum Place {
        CELL_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE
    }

    private final InputStream in;
    private final boolean hasQuotes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean isBegun;
    private byte[] row = new byte[256];
    private int length;
    private long number;
    private long line = 1;

    /**
     * @param hasQuotes whether a row ends only outside of quotation marks, and with CR, LF or both; otherwise with LF
     */
    public RowSplitter(InputStream in, boolean hasQuotes) {
        this.in = in;
        this.hasQuotes = hasQuotes;
    }

    /** The number of the row that was read last. */
    long number() {
        return number;
    }

    /** The next row that is not empty; empty at the end. */
    public Optional<RawRow> next() throws IOException {
        while (peek() != END) {
            number++;
            RawRow next = read(line);
            if (next.bytes().length > 0) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private RawRow read(long beginsAt) throws IOException {
        length = 0;
        Place place = Place.CELL_START;
        int b;
        while ((b = take()) != END && !ends(b, place)) {
            place = after(b, place);
            keep(b);
        }
        if (b == END && place == Place.QUOTED) {
            throw new UnreadableFileException(
                    number,
                    Code.UNCLOSED_QUOTE,
                    "A quotation mark in the row that begins at line " + beginsAt
                            + " is not closed; the file ends within the cell.");
        }
        if (b == '\r' && peek() == '\n') {
            take();
        }
        return new RawRow(number, beginsAt, Arrays.copyOf(row, Math.min(length, ROW_MAX)), length > ROW_MAX);
    }

    private boolean ends(int b, Place place) {
        return hasQuotes ? place != Place.QUOTED && (b == '\n' || b == '\r') : b == '\n';
    }

    /** After a closing quotation mark, another belongs to the text. */
    private Place after(int b, Place place) {
        if (!hasQuotes) {
            return place;
        } else if (place == Place.QUOTED) {
            return b == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
        } else if (b == '"' && place != Place.UNQUOTED) {
            return Place.QUOTED;
        }
        return b == ',' ? Place.CELL_START : Place.UNQUOTED;
    }

    private void keep(int b) {
        if (length < ROW_MAX) {
            if (length == row.length) {
                row = Arrays.copyOf(row, length * 2);
            }
            row[length] = (byte) b;
        }
        length = Math.min(length + 1, ROW_MAX + 1);
    }

    private int take() throws IOException {
        int b = peek();
        if (b != END) {
            position++;
            if (b == '\n' || (b == '\r' && peek() != '\n')) {
                line++;
            }
        }
        return b;
    }

    private int peek() throws IOException {
        while (position == limit) {
            if (!fill()) {
                return END;
            }
        }
        return buffer[position] & 0xFF;
    }

    /** The byte order mark is read by itself and left out. */
    private boolean fill() throws IOException {
        limit = isBegun ? Math.max(0, in.read(buffer)) : in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
        boolean isMark = !isBegun && Arrays.equals(Arrays.copyOf(buffer, limit), BYTE_ORDER_MARK);
        isBegun = true;
        position = isMark ? limit : 0;
        return limit > 0;
    }
}
