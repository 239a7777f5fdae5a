package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator types about allotted numbers, and what comes back from a running service. */
final class NumberCommandsTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void aNumberIsAllottedListedChangedAndTakenBack() {
        assertThat(main("add", "--kinds", "display,softphone", "--description", "Main line")
                        .out())
                .isEqualToIgnoringNewLines("The number +4930123 is allotted.");
        assertThat(main("add", "--kinds", "display").err())
                .isEqualToIgnoringNewLines("agentsettings: --number: the number is allotted already.");
        service.inTenant("number add --number #5 --kinds softphone");
        assertThat(service.inTenant("number list").out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).matches("NUMBER +KINDS +DESCRIPTION +WITHDRAWN"),
                        first -> assertThat(first).matches("#5 +softphone +none +none"),
                        second -> assertThat(second).matches("\\+4930123 +display, softphone +Main line +none"));
        assertThat(service.inTenant("number list --kind display --output csv")
                        .out()
                        .lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("number,kinds,description,withdrawn,createdAt"),
                        row -> assertThat(row).matches("\\+4930123,display\\|softphone,Main line,,\\S+Z"));
        assertThat(service.inTenant("number list", "--search", "LINE").out().lines())
                .hasSize(2);
        assertThat(main("set", "--kinds", "display").out().lines())
                .containsExactly("kinds: display, softphone -> display", "The number +4930123 is changed.");
        assertThat(main("set", "--description", "Main line").out())
                .isEqualToIgnoringNewLines("The number +4930123 is as it was.");
        main("set", "--description", "=1+1");
        assertThat(service.inTenant("number list --output csv").out()).contains("+4930123,display,'=1+1,,");
        assertThat(main("show").out())
                .containsPattern("(?s)Number +\\+4930123.Kinds +display.Description +=1\\+1.Withdrawn +none")
                .containsPattern("Version +\\d+-4");
        assertThat(main("remove").out()).isEqualToIgnoringNewLines("The number +4930123 is taken back.");
        for (String command : new String[] {"show", "remove", "set --kinds display"}) {
            assertThat(main(command).err())
                    .isEqualToIgnoringNewLines("agentsettings: The number is not allotted to the tenant space.");
            assertThat(main(command).exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aNumberInUseIsTakenBackAsTheOperatorSays() {
        main("add", "--kinds", "display,softphone");
        service.onUser("settings set --display-numbers +4930123,1");
        assertThat(main("uses").out().lines())
                .last()
                .asString()
                .matches(ServiceForCommands.USER + " +demo01 +demo01 +displayNumbers");
        for (String command : new String[] {"remove", "set --kinds softphone"}) {
            assertThat(main(command).err())
                    .isEqualToIgnoringNewLines("agentsettings: The settings of 1 user use the number."
                            + " Give --uses=clear to take it out of them, or --uses=keep to leave them.");
        }
        assertThat(main("remove", "--uses", "clear").exitCode()).isZero();
        assertThat(service.onUser("settings get --output json").out()).contains("\"displayNumbers\":[\"1\"]");
    }

    @Test
    void settingsWithOtherNumbersAreWarnedOfOrRefused() {
        service.inTenant("tenant set --number-check warn");
        CommandRun warned = service.onUser("settings set --display-numbers 5");
        assertThat(warned.exitCode()).isZero();
        assertThat(warned.err())
                .startsWith("agentsettings: warning: --display-numbers: number 1: is not allotted to the tenant space");
        CommandRun changed = service.inTenant("settings change --all --default-display-number 7");
        assertThat(changed.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: warning: applied users with numbers that are not allotted to the"
                                + " tenant space: 1.");
        assertThat(service.inTenant("number uses --number 7").out()).contains(ServiceForCommands.USER);
        service.inTenant("tenant set --number-check enforce");
        CommandRun refused = service.onUser("settings set --softphone-numbers 6");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("agentsettings: --softphone-numbers: number 1: is not allotted to the tenant space");
    }

    @Test
    void everyFaultIsNamedWithItsOption() {
        assertThat(service.inTenant("number add --number 12x --kinds display").err())
                .startsWith("agentsettings: --number: must contain only digits");
        assertThat(main("add").err()).startsWith("agentsettings: Missing required option: '--kinds=KIND'");
        assertThat(main("add", "--kinds", "fax").err())
                .startsWith("agentsettings: --kinds: must be display or softphone.");
        assertThat(main("set").exitCode()).isEqualTo(2);
        assertThat(main("add", "--kinds", "display", "--description", "x".repeat(257))
                        .err())
                .startsWith("agentsettings: --description: must be at most 256 characters; got 257.");
    }

    private CommandRun main(String command, String... options) {
        return service.inTenant("number " + command + " --number +4930123", options);
    }
}
