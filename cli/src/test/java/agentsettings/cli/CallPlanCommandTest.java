package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator asks about calls before they are made. */
final class CallPlanCommandTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @BeforeEach
    void setUp() {
        service.inTenant("tenant set", "--region", "DE");
        service.onUser(
                "settings set",
                "--call-type",
                "bidirectional",
                "--softphone-numbers",
                "+491,500",
                "--display-numbers",
                "12,030123456");
    }

    @Test
    void aTableShowsWhoIsRungFirstWhatTheCalledPartySeesAndWhy() {
        CommandRun run = service.inTenant("call-plan", USER, "10gg000000demoUser02", "nobody");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "USER ID | CALL TYPE | WOULD FAIL | RINGS FIRST | CALLED PARTY SEES | WHY",
                        USER
                                + " | bidirectional | no | agent, 500 | 030123456 | softphone: +491 (list) invalid, 500 (list)"
                                + " taken; presented: 12 (list) not presentable, 030123456 (list) taken",
                        "10gg000000demoUser02 | - | yes | - | - | The user has no settings; No number can be presented",
                        "nobody | - | yes | - | - | The tenant space has no such user");
    }

    @Test
    void aScriptGetsWhatTheInterfaceSays() {
        CommandRun run = service.inTenant("call-plan", USER, "--called", "00442079460018", "--output", "json");
        assertThat(run.out())
                .startsWith("{\"userId\":\"" + USER + "\",\"status\":\"active\",\"callType\":\"bidirectional\","
                        + "\"wouldFail\":false,\"obstacles\":[],"
                        + "\"calledNumber\":{\"number\":\"00442079460018\",\"kind\":\"public\",\"e164\":\"+442079460018\"},"
                        + "\"ringsAgentFirst\":true,\"softphoneNumber\":\"500\",\"displayNumber\":\"030123456\","
                        + "\"softphoneCandidates\":[{\"number\":\"+491\",\"kind\":\"invalid\",\"e164\":null,"
                        + "\"source\":\"list\",\"verdict\":\"invalid\","
                        + "\"reason\":\"It begins with + and is no number of any network.\"},");
        assertThat(service.inTenant("call-plan", "nobody", "--output", "csv")
                        .out()
                        .lines())
                .containsExactly(
                        "userId,status,callType,wouldFail,obstacles,calledNumber,ringsAgentFirst,softphoneNumber,"
                                + "displayNumber,softphoneCandidates,displayCandidates",
                        "nobody,,,true,unknownUser,,false,,,,");
        assertThat(service.inTenant("call-plan", USER, "--output", "csv").out().lines())
                .last()
                .isEqualTo(
                        USER + ",active,bidirectional,false,,,true,500,030123456,'+491 (list) invalid|500 (list) taken,"
                                + "12 (list) not presentable|030123456 (list) taken");
    }

    @Test
    void aTableShowsWhatTheCalledNumberIs() {
        CommandRun run = service.inTenant("call-plan", USER, "--called", "00442079460018");
        assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .satisfiesExactly(
                        header ->
                                assertThat(header).startsWith("USER ID | CALL TYPE | WOULD FAIL | CALLS | RINGS FIRST"),
                        plan -> assertThat(plan)
                                .startsWith(USER + " | bidirectional | no | +442079460018 (public) | agent, 500"));
    }

    @Test
    void moreUsersThanARequestMayHaveAreAskedForInParts() {
        String[] users = IntStream.range(0, 1_001).mapToObj(i -> "u" + i).toArray(String[]::new);
        assertThat(service.inTenant("call-plan --output csv", users).out().lines())
                .hasSize(1_002)
                .last()
                .asString()
                .startsWith("u1000,");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(service.inTenant("call-plan").exitCode()).isEqualTo(2);
        CommandRun called = service.inTenant("call-plan", "u1", "--called", "12x");
        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err())
                .startsWith("agentsettings: --called: must contain only digits, *, # and a leading + (not alone);"
                        + " character 3 is not allowed.");
        CommandRun user = service.inTenant("call-plan", "u 1");
        assertThat(user.exitCode()).isEqualTo(2);
        assertThat(user.err())
                .startsWith("agentsettings: USER: must contain only printable characters, no white space;"
                        + " character 2 is not allowed.");
    }
}
