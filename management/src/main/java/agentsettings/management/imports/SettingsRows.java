package agentsettings.management.imports;

import static agentsettings.management.records.SettingsJson.CALL_TYPE;
import static agentsettings.management.records.SettingsJson.DEFAULT_DISPLAY_NUMBER;
import static agentsettings.management.records.SettingsJson.DEFAULT_SOFTPHONE_NUMBER;
import static agentsettings.management.records.SettingsJson.DISPLAY_NUMBERS;
import static agentsettings.management.records.SettingsJson.SOFTPHONE_NUMBERS;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.ImportColumn;
import agentsettings.management.imports.parsing.RowValues;

/** Rows with the settings of a user. Stateless. */
final class SettingsRows implements RowMapper {

    private static final String USER_ID = "userId";
    private static final UserDraft NOTHING_ELSE = new UserDraft(null, null, null, null, null, null);

    /** A replacement takes away what has no column, so all must be there. */
    @Override
    public Columns columns(ImportMode mode) {
        boolean isWhole = mode == ImportMode.REPLACE;
        return Columns.of()
                .with(USER_ID, ImportColumn.Type.ID, true)
                .with(CALL_TYPE, ImportColumn.Type.TEXT, isWhole)
                .with(DISPLAY_NUMBERS, ImportColumn.Type.NUMBERS, isWhole)
                .with(DEFAULT_DISPLAY_NUMBER, ImportColumn.Type.DEFAULT_NUMBER, isWhole)
                .with(SOFTPHONE_NUMBERS, ImportColumn.Type.NUMBERS, isWhole)
                .with(DEFAULT_SOFTPHONE_NUMBER, ImportColumn.Type.DEFAULT_NUMBER, isWhole)
                .ignoring("account", "name", "id", "version", "createdAt", "updatedAt");
    }

    @Override
    public String key() {
        return USER_ID;
    }

    @Override
    public void check(RowValues row, ImportMode mode) {
        row.required(USER_ID).ifPresent(userId -> RowChecks.add(UserRules.violations(userId, null, NOTHING_ELSE), row));
        RowChecks.requireConstant(CallType.class, CALL_TYPE, row);
        RowChecks.add(SettingsRules.violations(draft(row)), row);
    }

    @Override
    public Command<?> command(RowValues row, ImportMode mode, Caller caller) {
        String userId = row.text(USER_ID).value();
        SettingsPatch patch = patch(row);
        return switch (mode) {
            case CREATE -> new CreateSettings(caller, userId, patch.appliedTo(OutboundSettings.UNSET), null);
            case REPLACE ->
                new EditSettings(
                        caller, userId, new EditSettings.Put(patch.appliedTo(OutboundSettings.UNSET)), Condition.NONE);
            case UPSERT -> new EditSettings(caller, userId, new EditSettings.Upsert(patch), Condition.NONE);
        };
    }

    /** The call type is checked by its name. */
    private static SettingsDraft draft(RowValues row) {
        return new SettingsDraft(
                null,
                null,
                null,
                row.list(DISPLAY_NUMBERS).value(),
                row.list(SOFTPHONE_NUMBERS).value(),
                row.text(DEFAULT_DISPLAY_NUMBER).value(),
                row.text(DEFAULT_SOFTPHONE_NUMBER).value());
    }

    private static SettingsPatch patch(RowValues row) {
        OutboundSettings values = SettingsRules.outbound(draft(row));
        return new SettingsPatch(
                RowChecks.constant(CallType.class, CALL_TYPE, row),
                edit(row.list(DISPLAY_NUMBERS), values.displayNumbers()),
                edit(row.list(SOFTPHONE_NUMBERS), values.softphoneNumbers()),
                edit(row.text(DEFAULT_DISPLAY_NUMBER), values.defaultDisplayNumber()),
                edit(row.text(DEFAULT_SOFTPHONE_NUMBER), values.defaultSoftphoneNumber()));
    }

    private static <T> Edit<T> edit(Edit<?> text, T value) {
        return new Edit<>(text.assigns(), value);
    }
}
