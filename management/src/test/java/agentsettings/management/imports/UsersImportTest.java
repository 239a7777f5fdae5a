package agentsettings.management.imports;

import static agentsettings.management.imports.ImportKind.USERS;
import static agentsettings.management.imports.ImportMode.CREATE;
import static agentsettings.management.imports.ImportMode.REPLACE;
import static agentsettings.management.imports.ImportMode.UPSERT;
import static agentsettings.management.imports.ImportText.CALLER;
import static agentsettings.management.imports.ImportText.command;
import static agentsettings.management.imports.ImportText.csv;
import static agentsettings.management.imports.ImportText.faults;
import static agentsettings.management.imports.ImportText.json;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import org.junit.jupiter.api.Test;

/** Rows of users become commands, by the mode of the import. */
class UsersImportTest {

    private static final String HEADER = "userId,sumUserId,account,name,phone,email,description,status\r\n";

    private static final UserProfile ANN =
            new UserProfile("ann", "Ann", "+49 30", null, "a, \"b\"", UserStatus.SUSPENDED);

    @Test
    void aRowAddsAUser() {
        assertThat(command(csv(USERS, CREATE, HEADER + "u1,s1,ann,Ann,'+49 30,,\"a, \"\"b\"\"\",suspended")))
                .isEqualTo(new AddUser(CALLER, "u1", "s1", ANN));
        assertThat(command(csv(USERS, CREATE, "userId,account,name\nu1,ann,Ann")))
                .isEqualTo(new AddUser(
                        CALLER, "u1", "u1", new UserProfile("ann", "Ann", null, null, null, UserStatus.ACTIVE)));
    }

    @Test
    void aReplacementTakesAwayWhatIsEmpty() {
        assertThat(command(csv(USERS, REPLACE, HEADER + "u1,,ann,Ann,+49 30,,\"a, \"\"b\"\"\",suspended")))
                .isEqualTo(new UpsertUser(CALLER, "u1", null, UserPatch.assigning(ANN)));
    }

    @Test
    void anUpsertLeavesWhatIsEmptyAsItIs() {
        UserPatch patch =
                new UserPatch(Edit.keep(), Edit.assign("Bo"), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());

        assertThat(command(csv(USERS, UPSERT, HEADER + "u1,,,Bo,,,,")))
                .isEqualTo(new UpsertUser(CALLER, "u1", null, patch));
        assertThat(command(csv(USERS, UPSERT, "name,userId\nBo,u1")))
                .isEqualTo(new UpsertUser(CALLER, "u1", null, patch));
    }

    @Test
    void inJsonAnUpsertTakesAwayWhatIsNull() {
        UserPatch patch =
                new UserPatch(Edit.keep(), Edit.keep(), Edit.assign(null), Edit.assign(""), Edit.keep(), Edit.keep());

        assertThat(command(json(USERS, UPSERT, "{\"userId\":\"u1\",\"phone\":null,\"email\":\"\"}")))
                .isEqualTo(new UpsertUser(CALLER, "u1", null, patch));
        assertThat(faults(json(USERS, UPSERT, "{\"userId\":\"u1\",\"account\":null,\"name\":null,\"status\":null}")))
                .containsExactly("1 account required", "1 name required", "1 status required");
    }

    @Test
    void allFaultsOfARowAreReportedAtOnce() {
        assertThat(faults(csv(USERS, CREATE, HEADER + "1.38E+10,a b,y,,100.0," + "e".repeat(65) + ",\u0001,on")))
                .containsExactly(
                        "2 userId spoilt-number",
                        "2 phone spoilt-number",
                        "2 name required",
                        "2 status invalid-value",
                        "2 sumUserId invalid-character",
                        "2 account wrong-length",
                        "2 email wrong-length",
                        "2 description invalid-character");
    }

    @Test
    void anIdThatOnlyLooksSpoiltIsTakenInQuotationMarks() {
        assertThat(faults(csv(USERS, UPSERT, "userId\n1.38E+10\n100.0\n'1\n\"1,000\"\n")))
                .containsExactly("2 userId spoilt-number", "3 userId spoilt-number", "4 userId spoilt-number");
        assertThat(faults(csv(USERS, UPSERT, "userId\n\"1.38E+10\"\n\"100.0\"\n''1\n")))
                .isEmpty();
    }
}
