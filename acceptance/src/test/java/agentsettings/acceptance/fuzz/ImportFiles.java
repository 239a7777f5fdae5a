package agentsettings.acceptance.fuzz;

import agentsettings.management.imports.ImportFile;
import agentsettings.management.imports.ImportFormat;
import agentsettings.management.imports.ImportKind;
import agentsettings.management.imports.ImportMode;
import agentsettings.management.imports.ImportRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Import files: each row becomes a command or has its faults, and how the bytes arrive changes nothing. */
public final class ImportFiles {

    private static final int CHOICES = 4;

    /** Reads a file; the first bytes choose its format, its kind, its mode and whether it is packed. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < CHOICES) {
            return;
        }
        byte[] file = Arrays.copyOfRange(input, CHOICES, input.length);
        List<ImportRow> rows;
        List<ImportRow> again;
        try {
            boolean packed = input[CHOICES - 1] % 2 != 0;
            rows = rows(input, unpacked(new ByteArrayInputStream(file), packed));
            again = rows(input, unpacked(new OneByteAtATime(file), packed));
        } catch (IOException notGzip) {
            return; // an upload ends there as one that was cut off
        }
        if (!rows.equals(again)) {
            throw new AssertionError("read byte by byte, the file has other rows");
        }
        requireOrder(rows);
    }

    private static InputStream unpacked(InputStream file, boolean packed) throws IOException {
        return packed ? new GZIPInputStream(file) : file;
    }

    private static List<ImportRow> rows(byte[] choices, InputStream file) throws IOException {
        try (ImportFile rows = new ImportFile(
                file,
                choice(ImportFormat.values(), choices[0]),
                choice(ImportKind.values(), choices[1]),
                choice(ImportMode.values(), choices[2]),
                FuzzedServer.CALLER)) {
            List<ImportRow> read = new ArrayList<>();
            for (Optional<ImportRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                read.add(row.get());
            }
            return read;
        } catch (UncheckedIOException cutOff) {
            throw cutOff.getCause();
        }
    }

    private static <T> T choice(T[] choices, byte choice) {
        return choices[Byte.toUnsignedInt(choice) % choices.length];
    }

    private static void requireOrder(List<ImportRow> rows) {
        long last = 0;
        for (ImportRow row : rows) {
            if (row.number() < last) {
                throw new AssertionError("row " + row.number() + " comes after row " + last);
            }
            last = row.number();
            boolean faulty = row instanceof ImportRow.Faulty(long number, var faults) && faults.isEmpty();
            boolean unreadable = row instanceof ImportRow.Unreadable(long number, var faults) && faults.isEmpty();
            if (faulty || unreadable) {
                throw new AssertionError("row " + last + " is faulty without a fault");
            }
        }
    }

    private ImportFiles() {}
}
