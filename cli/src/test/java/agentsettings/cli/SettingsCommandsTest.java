package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.TENANT;
import static agentsettings.cli.ServiceForCommands.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator types about settings, and what comes back from a running service. */
final class SettingsCommandsTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void settingsAreCreatedAndThenOnlyWhatIsGivenChanges() {
        CommandRun created = set("--call-type", "direct", "--display-numbers", "12323, 232232");
        assertThat(created.exitCode()).isZero();
        assertThat(created.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("callType: not set -> direct"),
                        line -> assertThat(line).isEqualTo("displayNumbers: not set -> 12323, 232232"),
                        line -> assertThat(line)
                                .matches("The settings of " + USER + " are created\\. Version: \\d+-1"));
        CommandRun changed = set("--call-type", "passThrough", "--default-display-number", "");
        assertThat(changed.out().lines())
                .startsWith("callType: direct -> passThrough", "defaultDisplayNumber: not set -> none");
        assertThat(get().out())
                .containsPattern("User id +" + USER)
                .containsPattern("Call type +passThrough")
                .containsPattern("Display numbers +12323, 232232")
                .containsPattern("Default display +none")
                .containsPattern("Softphone numbers +-")
                .containsPattern("Version +\\d+-2");
        assertThat(set("--call-type", "passThrough").out())
                .matches("The settings of " + USER + " are as they were\\. Version: \\d+-2\\R");
        assertThat(set("--clear", "call-type,default-display-number", "--display-numbers", "")
                        .out())
                .contains("callType: passThrough -> not set", "displayNumbers: 12323, 232232 -> none");
        assertThat(service.onUser("settings get", "--output", "json").out())
                .contains("\"callType\":null", "\"displayNumbers\":[]", "\"defaultDisplayNumber\":null");
    }

    @Test
    void aChangeCanDependOnTheVersion() {
        String version = set("--call-type", "direct").out().replaceAll("(?s).*Version: (\\S+).*", "$1");
        assertThat(set("--call-type", "bidirectional", "--if-version", version).exitCode())
                .isZero();
        String next = version.replaceAll("-1$", "-2");
        for (List<String> command : List.of(
                List.of("settings set", "--call-type", "direct"),
                List.of("settings delete"),
                List.of("settings restore", "--change", "1024"))) {
            CommandRun refused = service.onUser(
                    command.getFirst() + " --if-version " + version,
                    command.subList(1, command.size()).toArray(String[]::new));
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .isEqualToIgnoringNewLines("agentsettings: Nothing was changed, because the record has changed"
                            + " meanwhile: its version is now " + next + ".");
        }
        assertThat(get().out()).contains("bidirectional");
        assertThat(service.onUser("settings delete", "--if-version", next).out())
                .isEqualToIgnoringNewLines("The settings of " + USER + " are deleted.");
    }

    @Test
    void everyFaultIsNamedWithItsOption() {
        CommandRun refused = set("--display-numbers", "12323,abc,1234567890123456", "--default-display-number", "x");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .containsExactly(
                        "agentsettings: --display-numbers: number 2: must contain only digits, *, # and a leading +"
                                + " (not alone); character 1 is not allowed.",
                        "agentsettings: --display-numbers: number 3: must be 1 to 15 characters; got 16.",
                        "agentsettings: --default-display-number: must contain only digits, *, # and a leading +"
                                + " (not alone); character 1 is not allowed.");
        assertThat(set("--call-type", "x").err())
                .startsWith("agentsettings: --call-type: must be direct, bidirectional or passThrough.");
        assertThat(set("--clear", "call-type", "--call-type", "direct").err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: --call-type: must not be given together with --clear call-type.");
        assertThat(set().exitCode()).isEqualTo(2);
        assertThat(set("--clear", "id").err()).startsWith("agentsettings: --clear: must be call-type, display-");
        assertThat(service.inTenant("settings list", "--number", "1".repeat(16)))
                .satisfies(list -> assertThat(list.err()).startsWith("agentsettings: --number: "))
                .satisfies(list -> assertThat(list.exitCode()).isEqualTo(2));
    }

    @Test
    void whatIsNoVersionOrNoChangeIsSaidWithItsForm() {
        set("--call-type", "direct");
        for (String junk : List.of("junk", "1-", "-1", "\"1-1\"", "1-1-1", "*", "")) {
            CommandRun refused = set("--call-type", "passThrough", "--if-version", junk);
            assertThat(refused.err())
                    .startsWith("agentsettings: --if-version: must be a version as show and get print it, such as 13312"
                            + " or 2124678797608353792-1.");
            assertThat(refused.exitCode()).isEqualTo(2);
        }
        CommandRun refused = service.onUser("settings restore", "--change", "junk");
        assertThat(refused.err())
                .isEqualToIgnoringNewLines("agentsettings: --change: must match the regular expression ^[0-9]{1,19}$.");
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @Test
    void whatDoesNotExistIsSaid() {
        assertFailed("The user has no settings.", service.onUser("settings get"));
        assertFailed("The user has no settings.", service.onUser("settings delete"));
        String[] unknown = {"--tenant", TENANT, "--user-id", "nobody"};
        assertFailed("The tenant space has no such user.", service.run("settings set --call-type direct", unknown));
        assertFailed("The tenant space has no such user.", service.run("settings history", unknown));
        assertFailed("There is no such tenant space.", service.run("settings list", "--tenant", "999999999999"));
    }

    @Test
    void aChangeIsFoundInTheHistoryAndPutBack() {
        set("--display-numbers", "12323", "--call-type", "direct");
        set("--display-numbers", "999");
        CommandRun history = service.onUser("settings history", "--limit", "2");
        assertThat(history.out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).matches("CHANGE +TIME +ACTOR +TYPE +CHANGED"),
                        newest -> assertThat(newest)
                                .matches("\\d+ +\\S+Z +managementKey demoadmn +settings.updated +displayNumbers: 12323"
                                        + " -> 999"),
                        first -> assertThat(first).contains("settings.created", "callType: not set -> direct; "));
        String change = history.out().lines().toList().get(1).split(" ", 2)[0];
        CommandRun restored = service.onUser("settings restore", "--change", change);
        assertThat(restored.out())
                .startsWith("displayNumbers: 999 -> 12323")
                .containsPattern("The settings of " + USER + " are changed\\. Version: \\d+-3");
        assertThat(service.onUser("settings history", "--output", "json", "--limit", "1")
                        .out())
                .contains("\"change\":\"", "\"type\":\"settings.updated\"")
                .contains("\"actor\":{\"kind\":\"managementKey\",\"name\":\"demoadmn\"}")
                .contains("\"changed\":[\"displayNumbers\"]")
                .containsPattern("\"before\":\\{[^}]*\"displayNumbers\":\\[\"999\"\\]");
    }

    @Test
    void settingsAreFoundListedAndExported() {
        set("--display-numbers", "12323", "--call-type", "direct");
        service.inTenant(
                "settings set",
                "--user-id",
                "10gg000000demoUser02",
                "--softphone-numbers",
                "12323",
                "--call-type",
                "bidirectional");
        service.inTenant("settings set", "--user-id", "10gg000000demoUser03", "--default-display-number", "777");
        assertThat(list().out().lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .matches("USER ID +ACCOUNT +CALL TYPE +DISPLAY NUMBERS +DEFAULT DISPLAY +SOFTPHONE NUMBERS +DEFAULT"
                        + " SOFTPHONE +UPDATED");
        assertUsers(List.of("01", "02"), "--number", "12323");
        assertUsers(List.of("01"), "--display-number", "12323");
        assertUsers(List.of("02"), "--softphone-number", "12323");
        assertUsers(List.of("02"), "--call-type", "bidirectional");
        assertUsers(List.of("03"), "--search", "DEMO03");
        assertUsers(List.of(), "--updated-since", "2099-01-31T00:00:00Z");
        assertUsers(List.of("01", "02"), "--limit", "2");
        assertThat(list("--output", "csv").out())
                .isEqualTo("userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,"
                        + "defaultSoftphoneNumber\r\n"
                        + "10gg000000demoUser01,direct,12323,,,\r\n"
                        + "10gg000000demoUser02,bidirectional,,,12323,\r\n"
                        + "10gg000000demoUser03,,,777,,\r\n");
        assertThat(list("--output", "csv", "--limit", "1").out().lines()).hasSize(2);
        assertThat(list("--output", "json", "--limit", "2").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"userId\":\"") && line.endsWith("Z\"}"));
    }

    private void assertUsers(List<String> numbers, String... options) {
        List<String> lines = list(options).out().lines().skip(1).toList();
        assertThat(lines.stream().map(line -> line.substring(18, 20))).containsExactlyElementsOf(numbers);
    }

    private static void assertFailed(String message, CommandRun failed) {
        assertThat(failed.err()).isEqualToIgnoringNewLines("agentsettings: " + message);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    private CommandRun list(String... options) {
        return service.inTenant("settings list", options);
    }

    private CommandRun get() {
        return service.onUser("settings get");
    }

    private CommandRun set(String... options) {
        return service.onUser("settings set", options);
    }
}
