package agentsettings.storage.records;

import agentsettings.core.queries.NumberFilter;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.tables.NumberRow;
import agentsettings.storage.tables.OutboundColumns;
import java.util.Optional;

/** Translates filters to SQL, except for their texts. */
final class Filters {

    private static final String DISPLAY_NUMBERS = OutboundColumns.displayNumbers("s");
    private static final String SOFTPHONE_NUMBERS = OutboundColumns.softphoneNumbers("s");

    /** The rule is that of CallFacts. */
    private static final String WOULD_FAIL =
            """
            (u.status <> ? OR (%s = ? AND %s = ',') OR (%s = ',' AND NOT EXISTS (
                SELECT 1 FROM tenant_space t WHERE t.tenant_id = s.tenant_id AND t.access_code IS NOT NULL)))
            """.formatted(OutboundColumns.callType("s"), SOFTPHONE_NUMBERS, DISPLAY_NUMBERS);

    static Conditions of(UserFilter filter) {
        Conditions conditions = new Conditions();
        filter.status().map(UserStatus::code).ifPresent(code -> conditions.require("u.status = ?", code));
        filter.hasSettings().ifPresent(has -> conditions.require((has ? "" : "NOT ") + ListedTable.HAS_SETTINGS));
        return conditions;
    }

    static Conditions of(NumberFilter filter) {
        Conditions conditions = new Conditions();
        filter.kind()
                .ifPresent(kind ->
                        conditions.require("',' || a.kinds || ',' LIKE ?", "%," + NumberRow.nameOf(kind) + ",%"));
        return conditions;
    }

    static Conditions of(SettingsFilter filter) {
        Conditions conditions = new Conditions();
        filter.callType().ifPresent(type -> conditions.require(OutboundColumns.callType("s") + " = ?", type.code()));
        requireNumber(conditions, DISPLAY_NUMBERS + " || ',' || " + SOFTPHONE_NUMBERS, filter.number());
        requireNumber(conditions, DISPLAY_NUMBERS, filter.displayNumber());
        requireNumber(conditions, SOFTPHONE_NUMBERS, filter.softphoneNumber());
        filter.updatedSince().ifPresent(since -> conditions.require("s.updated_at >= ?", since.toEpochMilli()));
        if (filter.wouldFail()) {
            conditions.require(WOULD_FAIL, UserStatus.ACTIVE.code(), CallType.BIDIRECTIONAL.code());
        }
        return conditions;
    }

    /** Numbers joined by commas contain a number if they do between commas. What is no number at all is in no list. */
    private static void requireNumber(Conditions conditions, String joined, Optional<String> number) {
        if (number.isEmpty()) {
            return;
        }
        if (!isNumber(number.get())) {
            conditions.requireImpossible();
            return;
        }
        conditions.require("',' || " + joined + " || ',' LIKE ?", "%," + number.get() + ",%");
    }

    /** A number has none of LIKE's wildcards. */
    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= PhoneNumber.LENGTH_MAX && PhoneNumber.firstNotDialable(text) < 0;
    }

    private Filters() {}
}
