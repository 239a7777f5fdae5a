package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator types about users, and what comes back from a running service. */
final class UserCommandsTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void aUserIsAddedShownChangedAndDeleted() {
        assertThat(u17("add", "--account", "jsmith", "--phone", "+49301").out())
                .isEqualToIgnoringNewLines("The user u17 is added.");
        assertThat(u17("show").out())
                .containsPattern("(?s)User id +u17.Sum user id +u17.Account +jsmith.Name +jsmith.Phone +\\+49301")
                .containsPattern(
                        "(?s)Email +-.Description +-.Status +active.Settings +no.Created +\\S+Z.Version +\\d+");
        CommandRun changed = u17("set", "--user-name", "Jürgen 王", "--status", "suspended", "--phone", "");
        assertThat(changed.out().lines())
                .containsExactly(
                        "name: jsmith -> Jürgen 王",
                        "phone: +49301 -> not set",
                        "status: active -> suspended",
                        "The user u17 is changed.");
        assertThat(u17("set", "--status", "suspended").out()).isEqualToIgnoringNewLines("The user u17 is as it was.");
        assertThat(u17("show", "--output", "json").out())
                .matches("\\{\"userId\":\"u17\",\"sumUserId\":\"u17\",\"account\":\"jsmith\",\"name\":\"Jürgen 王\","
                        + "\"phone\":null,\"email\":null,\"description\":null,\"status\":\"suspended\","
                        + "\"hasSettings\":false,\"createdAt\":\"\\S+Z\",\"tag\":\"\\d+\"\\}\\R");
        assertThat(u17("delete").out()).isEqualToIgnoringNewLines("The user u17 is deleted.");
        for (String command : new String[] {"show", "delete", "set --status active"}) {
            assertThat(u17(command).err())
                    .isEqualToIgnoringNewLines("agentsettings: The tenant space has no such user.");
            assertThat(u17(command).exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aUserWithSettingsIsDeletedOnlyWithThem() {
        u17("add", "--account", "jsmith");
        service.inTenant("settings set --user-id u17 --call-type direct");
        CommandRun refused = u17("delete");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: The user has settings. Delete them first, or with --settings.");
        assertThat(u17("delete --settings").exitCode()).isZero();
        assertThat(service.inTenant("settings history --user-id u17").out()).contains("user.deleted");
    }

    @Test
    void aChangeCanDependOnTheVersion() {
        u17("add", "--account", "jsmith");
        String version = u17("show").out().replaceAll("(?s).*Version +(\\S+).*", "$1");
        assertThat(u17("set", "--status", "suspended", "--if-version", version).exitCode())
                .isZero();
        for (String command : new String[] {"set --status active", "delete"}) {
            CommandRun refused = u17(command, "--if-version", version);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("agentsettings: Nothing was changed, because the user has changed meanwhile: its");
        }
    }

    @Test
    void everyFaultIsNamedWithItsOption() {
        assertThat(u17("add", "--account", "y", "--email", "e".repeat(65)))
                .satisfies(refused -> assertThat(refused.err().lines())
                        .containsExactly(
                                "agentsettings: --account: must be 3 to 64 characters; got 1.",
                                "agentsettings: --email: must be at most 64 characters; got 65."))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(2));
        assertThat(u17("add").err()).startsWith("agentsettings: Missing required option: '--account=ACCOUNT'");
        assertThat(u17("set").exitCode()).isEqualTo(2);
        u17("add", "--account", "jsmith");
        CommandRun taken = service.inTenant("user add --user-id u18 --account jsmith");
        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.err()).contains("account");
    }

    @Test
    void usersAreFoundAndListedInEachForm() {
        service.inTenant("settings set --user-id 10gg000000demoUser05 --call-type direct");
        assertThat(list().out().lines())
                .hasSize(23)
                .first()
                .asString()
                .matches("USER ID +SUM USER ID +ACCOUNT +NAME +STATUS +SETTINGS");
        assertThat(list("--has-settings", "true").out().lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("10gg000000demoUser05 .* active +yes"));
        assertThat(list("--has-settings=false").out().lines()).hasSize(22);
        assertThat(list("--status", "suspended").out().lines()).hasSize(1);
        assertThat(list("--search", "MO07").out().lines()).hasSize(2);
        assertThat(list("--search", "demo07", "--output", "csv").out().split("\r\n", -1))
                .satisfiesExactly(
                        header -> assertThat(header)
                                .isEqualTo("userId,sumUserId,account,name,phone,email,description,status,hasSettings,"
                                        + "createdAt"),
                        row -> assertThat(row)
                                .matches("10gg000000demoUser07,[^,]+,demo07,[^,]+,,,,active,false,[^,]+Z"),
                        end -> assertThat(end).isEmpty());
        assertThat(list("--limit", "3", "--output", "json").out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"userId\":\"10gg"));
        assertThat(list("--limit", "0").err()).startsWith("agentsettings: --limit: must be a whole number from 1.");
    }

    private CommandRun list(String... options) {
        return service.inTenant("user list", options);
    }

    private CommandRun u17(String command, String... options) {
        return service.inTenant("user " + command + " --user-id u17", options);
    }
}
