package agentsettings.management.imports;

import agentsettings.core.apps.Caller;
import agentsettings.core.jobs.RowFault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads import files that a test has as text, and says briefly what became of their rows. */
final class ImportText {

    static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    static List<ImportRow> csv(ImportKind kind, ImportMode mode, String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), ImportFormat.CSV, kind, mode);
    }

    static List<ImportRow> json(ImportKind kind, ImportMode mode, String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), ImportFormat.JSON_LINES, kind, mode);
    }

    static List<ImportRow> rows(byte[] bytes, ImportFormat format, ImportKind kind, ImportMode mode) {
        return rows(new ByteArrayInputStream(bytes), format, kind, mode);
    }

    static List<ImportRow> rows(InputStream bytes, ImportFormat format, ImportKind kind, ImportMode mode) {
        List<ImportRow> rows = new ArrayList<>();
        try (ImportFile file = new ImportFile(bytes, format, kind, mode, CALLER)) {
            for (Optional<ImportRow> row = file.next(); row.isPresent(); row = file.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    /** Each fault as row, column and code: {@code 2 callType invalid-value}. */
    static List<String> faults(List<ImportRow> rows) {
        return rows.stream()
                .flatMap(row -> faults(row).stream())
                .map(ImportText::brief)
                .toList();
    }

    static String brief(RowFault fault) {
        return fault.row() + " " + (fault.column() == null ? "-" : fault.column()) + " "
                + fault.code().text();
    }

    static List<RowFault> faults(ImportRow row) {
        return switch (row) {
            case ImportRow.Parsed _ -> List.of();
            case ImportRow.Faulty(long _, List<RowFault> faults) -> faults;
            case ImportRow.Unreadable(long _, List<RowFault> faults) -> faults;
        };
    }

    /** The command of the only row, which must have no faults. */
    static Object command(List<ImportRow> rows) {
        if (rows.size() == 1 && rows.getFirst() instanceof ImportRow.Parsed parsed) {
            return parsed.command();
        }
        throw new AssertionError(rows);
    }

    private ImportText() {}
}
