package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.TENANT;
import static agentsettings.cli.ServiceForCommands.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator types to change the settings of many users and to undo that, and what comes back from a running service. */
final class BulkChangeCommandsTest {

    private static final String OTHER = "10gg000000demoUser02";

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @BeforeEach
    void makeSettings() {
        service.onUser("settings set --call-type direct --display-numbers 12323");
        service.inTenant("settings set --call-type passThrough --user-id " + OTHER);
    }

    @Test
    void manySettingsAreChangedAndPutBack() {
        CommandRun changed = service.inTenant("settings change --all --default-display-number 777");
        assertThat(changed.exitCode()).isZero();
        assertThat(changed.out().lines())
                .satisfiesExactly(
                        sentence -> assertThat(sentence)
                                .matches("The bulk change [0-9a-z]{17} is done\\. Users: 2, applied: 2, unchanged: 0,"
                                        + " faulty: 0\\."),
                        hint -> assertThat(hint)
                                .matches("Undo it with \"agentsettings settings undo [0-9a-z]{17} --tenant " + TENANT
                                        + "\"\\."));
        assertThat(service.inTenant("settings list --number 777").out().lines()).hasSize(3);
        String id = changed.out().replaceAll("(?s)The bulk change (\\S+) .*", "$1");
        service.inTenant("settings set --call-type direct --user-id " + OTHER);
        Path faults = service.folder().resolve("faults.csv");
        CommandRun undone = service.inTenant("settings undo --faults-to " + faults + " " + id);
        assertThat(undone.exitCode()).isEqualTo(1);
        assertThat(faults).content().contains("changed-since");
        assertThat(undone.out()).contains(" is done. Users: 2, applied: 1, unchanged: 0, faulty: 1.", "changed-since");
        assertThat(service.inTenant("settings list --number 777 --output csv")
                        .out()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(OTHER);
        assertThat(service.inTenant("bulk-change list").out())
                .contains(" undo ", " undoes " + id, " change ", "defaultDisplayNumber: 777  all users");
        assertThat(service.inTenant("bulk-change show " + id).out())
                .containsPattern("Kind +change")
                .containsPattern("Changes +defaultDisplayNumber: 777")
                .doesNotContain("Bytes", "Mode");
        assertThat(service.inTenant("bulk-change show --output json " + id).out())
                .contains("\"patch\":{\"defaultDisplayNumber\":\"777\"},\"filter\":{}");
        assertThat(service.onUser("settings history --limit 1 --output json").out())
                .contains("\"job\":\"0");
        assertThat(service.onUser("settings history --limit 1").out())
                .containsPattern("managementKey demoadmn, job [0-9a-z]{17} ");
    }

    @Test
    void whatWouldBeChangedIsListed() {
        service.inTenant("settings set --clear call-type --default-display-number 12323 --user-id " + OTHER);
        CommandRun preview = service.inTenant("settings change --dry-run --where-number 12323 --clear display-numbers");
        assertThat(preview.out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).matches("USER ID +ACCOUNT +NAME +CHANGED"),
                        row -> assertThat(row).matches(USER + " .* displayNumbers: 12323 -> not set"),
                        count -> assertThat(count).isEqualTo("1 user would be changed, 0 refused."));
        assertThat(preview.exitCode()).isZero();
        assertThat(service.inTenant("settings list --number 12323").out()).contains(USER);
    }

    @Test
    void aUserWithoutSettingsIsAFaultAndDoesNotHoldUpOthers() {
        CommandRun changed = service.inTenant(
                "settings change --user-ids " + USER + ",10gg000000demoUser03,nobody --call-type bidirectional");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).contains("applied: 1, unchanged: 0, faulty: 2.", "no-settings", "unknown-user");
        assertThat(changed.out())
                .containsPattern("(?m)^USER ID +COLUMN +CODE +DETAIL$")
                .containsPattern("nobody +userId +");
        CommandRun preview = service.inTenant("settings change --dry-run --user-ids nobody --call-type direct");
        assertThat(preview.out()).contains("unknown-user: ", "0 users would be changed, 1 refused.");
        assertThat(preview.exitCode()).isEqualTo(1);
        assertThat(service.inTenant("settings change --user-ids nobody --call-type direct")
                        .out())
                .doesNotContain("Undo it");
        assertThat(service.onUser("settings get").out()).contains("bidirectional");
    }

    @Test
    void whatIsWrongIsSaid() {
        for (String command : new String[] {
            "settings change --call-type direct",
            "settings change --all --user-ids u --call-type direct",
            "settings change --all --where-number 1 --call-type direct",
            "settings change --all"
        }) {
            assertThat(service.inTenant(command).exitCode()).isEqualTo(2);
        }
        assertThat(service.inTenant("settings change --all --display-numbers 12x")
                        .err())
                .startsWith("agentsettings: --display-numbers: number 1: must contain only digits");
        assertThat(service.inTenant("settings change --call-type direct --where-number " + "1".repeat(16))
                        .err())
                .startsWith("agentsettings: --where-number: must have at most 15 characters.");
        CommandRun unknown = service.inTenant("settings undo 00000000000000000");
        assertThat(unknown.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: There is no job 00000000000000000 in this tenant space, or it"
                                + " is no longer kept.");
        assertThat(unknown.exitCode()).isEqualTo(1);
    }
}
