package agentsettings.storage.sqlite;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.jdbc.NumbersCodec;
import agentsettings.storage.jdbc.SettingsRow;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of {@link SettingsRow} as one text, because each column that is read costs several native calls. A character that
 * stands in no text separates them, and a hyphen, which is in no number, stands for null.
 */
final class PackedSettings {

    /** ASCII's unit separator, {@code char(31)} in SQL. */
    static final String SEPARATOR = "\u001f";

    /** The arguments in SQL that {@code concat_ws(char(31), …)} makes the text of. */
    static final String ARGUMENTS = Stream.of(SettingsRow.COLUMNS.split(", "))
            .map(column -> "ifnull(" + column + ", '-')")
            .collect(Collectors.joining(", "));

    /** So many parts the text has. */
    static final int PARTS = 5;

    /** Reads the text, split at its separators, from this part on. */
    static OutboundSettings read(String[] parts, int first) {
        String callType = unpack(parts[first]);
        return new OutboundSettings(
                callType == null ? null : CallType.of(callType).orElseThrow(),
                NumbersCodec.list(unpack(parts[first + 1])),
                NumbersCodec.list(unpack(parts[first + 2])),
                NumbersCodec.number(unpack(parts[first + 3])),
                NumbersCodec.number(unpack(parts[first + 4])));
    }

    private static String unpack(String part) {
        return part.equals("-") ? null : part;
    }

    private PackedSettings() {}
}
