package agentsettings.management.records;

import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings as lines of CSV (RFC 4180), in the columns that an import takes. What is not set is an empty cell. Stateless. */
public final class SettingsCsv {

    /** The first line. */
    public static final String HEADER =
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r\n";

    /** The line of a record. */
    public static String line(SettingsRecord record) {
        OutboundSettings outbound = record.settings().outbound();
        return Stream.of(
                                record.key().userId(),
                                outbound.callType() == null ? "" : JsonText.nameOf(outbound.callType()),
                                list(outbound.displayNumbers()),
                                digits(outbound.defaultDisplayNumber()),
                                list(outbound.softphoneNumbers()),
                                digits(outbound.defaultSoftphoneNumber()))
                        .map(SettingsCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String list(List<PhoneNumber> numbers) {
        return numbers == null ? "" : numbers.stream().map(PhoneNumber::digits).collect(Collectors.joining("|"));
    }

    private static String digits(PhoneNumber number) {
        return number == null ? "" : number.digits();
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private SettingsCsv() {}
}
