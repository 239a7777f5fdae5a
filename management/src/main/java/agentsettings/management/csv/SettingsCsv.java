package agentsettings.management.csv;

import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.management.records.JsonText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Settings as lines of CSV, in the columns that an import takes. What is not set is an empty cell; {@code none} is a list without
 * numbers, or a default that says that there is none. Stateless.
 */
public final class SettingsCsv {

    /** The first line. */
    public static final String HEADER =
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r\n";

    /** The line of a record. */
    public static String line(SettingsRecord record) {
        OutboundSettings outbound = record.settings().outbound();
        return CsvCell.line(Arrays.asList(
                record.key().userId(),
                outbound.callType() == null ? null : JsonText.nameOf(outbound.callType()),
                list(outbound.displayNumbers()),
                digits(outbound.defaultDisplayNumber()),
                list(outbound.softphoneNumbers()),
                digits(outbound.defaultSoftphoneNumber())));
    }

    private static String list(List<PhoneNumber> numbers) {
        if (numbers == null) {
            return null;
        }
        String joined = numbers.stream()
                .map(PhoneNumber::digits)
                .collect(Collectors.joining(String.valueOf(CsvCell.LIST_SEPARATOR)));
        return numbers.isEmpty() ? CsvCell.NONE : joined;
    }

    private static String digits(PhoneNumber number) {
        if (number == null) {
            return null;
        }
        return number.isNone() ? CsvCell.NONE : number.digits();
    }

    private SettingsCsv() {}
}
