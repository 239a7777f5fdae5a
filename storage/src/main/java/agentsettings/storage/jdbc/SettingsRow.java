package agentsettings.storage.jdbc;

import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns of {@code agent_settings} that hold {@link OutboundSettings}, in the one order that every statement lists them. */
public final class SettingsRow {

    public static final String COLUMNS =
            "call_type, display_numbers, softphone_numbers, default_display_number, default_softphone_number";

    /** Binds the columns from this index on. */
    public static void bind(PreparedStatement statement, int first, OutboundSettings outbound) throws SQLException {
        CallType callType = outbound.callType();
        statement.setString(first, callType == null ? null : callType.code());
        statement.setString(first + 1, NumbersCodec.of(outbound.displayNumbers()));
        statement.setString(first + 2, NumbersCodec.of(outbound.softphoneNumbers()));
        statement.setString(first + 3, NumbersCodec.of(outbound.defaultDisplayNumber()));
        statement.setString(first + 4, NumbersCodec.of(outbound.defaultSoftphoneNumber()));
    }

    /** Reads the columns from this index on. */
    public static OutboundSettings read(ResultSet row, int first) throws SQLException {
        String callType = row.getString(first);
        return new OutboundSettings(
                callType == null ? null : CallType.of(callType).orElseThrow(),
                NumbersCodec.list(row.getString(first + 1)),
                NumbersCodec.list(row.getString(first + 2)),
                NumbersCodec.number(row.getString(first + 3)),
                NumbersCodec.number(row.getString(first + 4)));
    }

    private SettingsRow() {}
}
