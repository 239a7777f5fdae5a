package agentsettings.management.imports;

import static agentsettings.management.imports.ImportKind.SETTINGS;
import static agentsettings.management.imports.ImportMode.CREATE;
import static agentsettings.management.imports.ImportMode.REPLACE;
import static agentsettings.management.imports.ImportMode.UPSERT;
import static agentsettings.management.imports.ImportText.CALLER;
import static agentsettings.management.imports.ImportText.command;
import static agentsettings.management.imports.ImportText.csv;
import static agentsettings.management.imports.ImportText.faults;
import static agentsettings.management.imports.ImportText.json;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of settings become commands, by the mode of the import. */
class SettingsImportTest {

    private static final String HEADER =
            "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber\r\n";

    private static final OutboundSettings SOME = new OutboundSettings(
            CallType.PASS_THROUGH, numbers("+8621", "*100#"), null, PhoneNumber.NONE, new PhoneNumber("233"));

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    @Test
    void aRowCreatesSettings() {
        assertThat(command(csv(SETTINGS, CREATE, HEADER + "u1,passThrough,+8621|*100#,none,,233\r\n")))
                .isEqualTo(new CreateSettings(CALLER, "u1", SOME, null));
    }

    @Test
    void theColumnsMayBeInAnyOrderAndSomeMissing() {
        assertThat(command(csv(
                        SETTINGS,
                        CREATE,
                        "defaultSoftphoneNumber,displayNumbers,userId,defaultDisplayNumber,callType\n"
                                + "233,+8621|*100#,u1,none,passThrough")))
                .isEqualTo(new CreateSettings(CALLER, "u1", SOME, null));
    }

    @Test
    void aReplacementTakesAwayWhatIsEmpty() {
        assertThat(command(csv(SETTINGS, REPLACE, HEADER + "u1,passThrough,+8621|*100#,none,,233\n")))
                .isEqualTo(new EditSettings(CALLER, "u1", new EditSettings.Put(SOME), Condition.NONE));
    }

    @Test
    void anUpsertLeavesWhatIsEmptyAsItIs() {
        SettingsPatch patch = new SettingsPatch(
                Edit.keep(), Edit.keep(), Edit.assign(List.of()), Edit.assign(new PhoneNumber("1")), Edit.keep());

        assertThat(command(csv(SETTINGS, UPSERT, HEADER + "u1,,,1,none,\n")))
                .isEqualTo(new EditSettings(CALLER, "u1", new EditSettings.Upsert(patch), Condition.NONE));
    }

    @Test
    void inJsonAnUpsertTakesAwayWhatIsNullAndLeavesWhatIsAbsent() {
        SettingsPatch patch = new SettingsPatch(
                Edit.assign(null), Edit.keep(), Edit.assign(List.of()), Edit.assign(PhoneNumber.NONE), Edit.keep());

        assertThat(command(json(
                        SETTINGS,
                        UPSERT,
                        "{\"userId\":\"u1\",\"callType\":null,\"softphoneNumbers\":[],\"defaultDisplayNumber\":\"\"}")))
                .isEqualTo(new EditSettings(CALLER, "u1", new EditSettings.Upsert(patch), Condition.NONE));
    }

    @Test
    void whatOnlyAnExportHasIsLeftOut() {
        assertThat(command(json(
                        SETTINGS,
                        CREATE,
                        "{\"userId\":\"u1\",\"account\":\"a\",\"name\":\"b\",\"id\":\"7\",\"version\":3,"
                                + "\"createdAt\":\"x\",\"updatedAt\":{\"a\":[1]}}")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
        assertThat(command(csv(SETTINGS, CREATE, "userId,name\nu1,Ann\n")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
    }

    @Test
    void whatWasWrongWithAMendedRowIsLeftOut() {
        assertThat(command(csv(SETTINGS, CREATE, "fault,userId\n\"userId: is required.\",u1\n")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
        assertThat(command(json(SETTINGS, CREATE, "{\"fault\":\"userId: is required.\",\"userId\":\"u1\"}")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
    }

    @Test
    void aByteOrderMarkIsLeftOut() {
        assertThat(command(csv(SETTINGS, CREATE, "\uFEFF\"userId\"\nu1\n")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
        assertThat(command(json(SETTINGS, CREATE, "\uFEFF{\"userId\":\"u1\"}")))
                .isEqualTo(new CreateSettings(CALLER, "u1", OutboundSettings.UNSET, null));
    }

    @Test
    void allFaultsOfARowAreReportedAtOnce() {
        assertThat(faults(
                        csv(SETTINGS, CREATE, HEADER + "u 1,Direct,1|x2||+,12345678901234567,1|2|3|4|5|6,1.38E+10\n")))
                .containsExactly(
                        "2 defaultSoftphoneNumber spoilt-number",
                        "2 userId invalid-character",
                        "2 callType invalid-value",
                        "2 displayNumbers invalid-character",
                        "2 displayNumbers wrong-length",
                        "2 displayNumbers invalid-character",
                        "2 softphoneNumbers too-many-values",
                        "2 defaultDisplayNumber wrong-length");
    }

    @Test
    void aReplacementNeedsEveryColumn() {
        assertThat(faults(csv(SETTINGS, REPLACE, "userId,callType,displayNumber\nu1,direct,1\n")))
                .containsExactly(
                        "1 displayNumber unknown-column",
                        "1 displayNumbers missing-column",
                        "1 defaultDisplayNumber missing-column",
                        "1 softphoneNumbers missing-column",
                        "1 defaultSoftphoneNumber missing-column");
    }

    @Test
    void aUserMayHaveOneRow() {
        assertThat(faults(csv(SETTINGS, UPSERT, "userId,callType\nu1,direct\nu2,direct\nu1,wrong\nu1,direct\n")))
                .containsExactly("4 callType invalid-value", "4 userId duplicate", "5 userId duplicate");
    }
}
