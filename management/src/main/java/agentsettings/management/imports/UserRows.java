package agentsettings.management.imports;

import static agentsettings.management.records.UserRecordJson.ACCOUNT;
import static agentsettings.management.records.UserRecordJson.DESCRIPTION;
import static agentsettings.management.records.UserRecordJson.EMAIL;
import static agentsettings.management.records.UserRecordJson.NAME;
import static agentsettings.management.records.UserRecordJson.PHONE;
import static agentsettings.management.records.UserRecordJson.STATUS;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.rules.UserRules;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.management.imports.parsing.Columns;
import agentsettings.management.imports.parsing.ImportColumn;
import agentsettings.management.imports.parsing.RowValues;
import java.util.List;

/** Rows with users. Stateless. */
final class UserRows implements RowMapper {

    private static final String USER_ID = "userId";
    private static final String SUM_USER_ID = "sumUserId";

    /** A replacement takes away what has no column, so all must be there. */
    @Override
    public Columns columns(ImportMode mode) {
        boolean isWhole = mode == ImportMode.REPLACE;
        boolean mayBeNew = mode != ImportMode.UPSERT;
        return Columns.of()
                .with(USER_ID, ImportColumn.Type.ID, true)
                .with(SUM_USER_ID, ImportColumn.Type.ID, isWhole)
                .with(ACCOUNT, ImportColumn.Type.ID, mayBeNew)
                .with(NAME, ImportColumn.Type.TEXT, mayBeNew)
                .with(PHONE, ImportColumn.Type.ID, isWhole)
                .with(EMAIL, ImportColumn.Type.TEXT, isWhole)
                .with(DESCRIPTION, ImportColumn.Type.TEXT, isWhole)
                .with(STATUS, ImportColumn.Type.TEXT, isWhole)
                .ignoring("hasSettings", "createdAt");
    }

    @Override
    public String key() {
        return USER_ID;
    }

    @Override
    public List<String> uniqueColumns() {
        return List.of(USER_ID, ACCOUNT);
    }

    @Override
    public void check(RowValues row, ImportMode mode) {
        row.required(USER_ID);
        if (mode == ImportMode.UPSERT) {
            row.requireKept(ACCOUNT);
            row.requireKept(NAME);
            row.requireKept(STATUS);
        } else {
            row.required(ACCOUNT);
            row.required(NAME);
        }
        RowChecks.requireConstant(UserStatus.class, STATUS, row);
        RowChecks.add(
                UserRules.violations(
                        row.text(USER_ID).value(), row.text(SUM_USER_ID).value(), draft(row)),
                row);
    }

    /** The status is checked by its name. */
    private static UserDraft draft(RowValues row) {
        return new UserDraft(
                row.text(ACCOUNT).value(),
                row.text(NAME).value(),
                row.text(PHONE).value(),
                row.text(EMAIL).value(),
                row.text(DESCRIPTION).value(),
                null);
    }

    @Override
    public Command<?> command(RowValues row, ImportMode mode, Caller caller) {
        String userId = row.text(USER_ID).value();
        String sumUserId = row.text(SUM_USER_ID).value();
        UserPatch patch = patch(row);
        UserProfile whole = patch.appliedTo(UserProfile.NEW);
        return switch (mode) {
            case CREATE -> new AddUser(caller, userId, sumUserId == null ? userId : sumUserId, whole);
            case REPLACE -> new UpsertUser(caller, userId, sumUserId, UserPatch.assigning(whole));
            case UPSERT -> new UpsertUser(caller, userId, sumUserId, patch);
        };
    }

    private static UserPatch patch(RowValues row) {
        Edit<UserStatus> status = RowChecks.constant(UserStatus.class, STATUS, row);
        return new UserPatch(
                row.text(ACCOUNT), row.text(NAME), row.text(PHONE), row.text(EMAIL), row.text(DESCRIPTION), status);
    }
}
