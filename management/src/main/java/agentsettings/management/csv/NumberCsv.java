package agentsettings.management.csv;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.management.records.JsonText;
import java.util.List;
import java.util.stream.Collectors;

/** Allotted numbers as lines of CSV, in the columns that an import takes. Stateless. */
public final class NumberCsv {

    /** The first line. */
    public static final String HEADER = "number,kinds,description\r\n";

    /** The line of a number. */
    public static String line(AllottedNumber number) {
        String kinds = number.kinds().stream()
                .map(JsonText::nameOf)
                .collect(Collectors.joining(String.valueOf(CsvCell.LIST_SEPARATOR)));
        return CsvCell.line(List.of(number.number().digits(), kinds, number.description()));
    }

    private NumberCsv() {}
}
