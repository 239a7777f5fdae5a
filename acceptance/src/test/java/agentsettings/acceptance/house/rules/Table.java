package agentsettings.acceptance.house.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file with a row on each line: a name, a colon and values. Empty lines and those that begin with # are comments. */
record Table(String name, List<Row> rows) {

    /** A name and what the table says of it. */
    record Row(String name, List<String> values) {

        /** Whether one of the values is this package, or a pattern such as {@code core.*} that includes it. */
        boolean includes(String packageName) {
            return values.stream().anyMatch(value -> matches(value, packageName));
        }
    }

    static Table read(Path file) {
        try {
            return new Table(
                    file.getFileName().toString(),
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(Table::row)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no colon in: " + line);
        }
        String values = line.substring(colon + 1).strip();
        return new Row(line.substring(0, colon).strip(), values.isEmpty() ? List.of() : List.of(values.split("\\s+")));
    }

    private static boolean matches(String value, String packageName) {
        if (!value.endsWith(".*")) {
            return value.equals(packageName);
        }
        String parent = value.substring(0, value.length() - 2);
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
