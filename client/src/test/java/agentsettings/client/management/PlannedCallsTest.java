package agentsettings.client.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.management.plans.CallPlans;
import agentsettings.core.plans.CallPlan;
import agentsettings.core.plans.Candidate;
import agentsettings.core.plans.Candidate.Source;
import agentsettings.core.plans.Candidate.Verdict;
import agentsettings.core.plans.Obstacle;
import agentsettings.core.plans.ParsedNumber;
import agentsettings.core.plans.ParsedNumber.Kind;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plans of calls, against the real service. */
final class PlannedCallsTest {

    private static final String TENANT = "202205116084";

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static ManagementClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, InstantSource.system());
        client = new ManagementClient(
                ClientConfig.of(server.managementAddress()),
                RunningServer.KEY,
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static Candidate candidate(String number, Kind kind, Source source, Verdict verdict) {
        return new Candidate(new ParsedNumber(new PhoneNumber(number), kind, null), source, verdict);
    }

    @Test
    void aPlanComesBackAsItWasMade() {
        OutboundSettings settings = new OutboundSettings(
                CallType.BIDIRECTIONAL,
                List.of(new PhoneNumber("*67"), new PhoneNumber("12323")),
                List.of(new PhoneNumber("+491"), new PhoneNumber("500")),
                null,
                new PhoneNumber("500"));
        String user = RunningServer.user(7);
        client.settings().put(new UserKey(TENANT, user), settings, Condition.NONE);

        List<CallPlan> plans =
                client.callPlans().plan(TENANT, List.of("nobody", user), Optional.of(new PhoneNumber("+442079460018")));
        ParsedNumber called = new ParsedNumber(new PhoneNumber("+442079460018"), Kind.PUBLIC, "+442079460018");
        assertThat(plans)
                .containsExactly(
                        new CallPlan(
                                "nobody", null, null, called, List.of(), List.of(), List.of(Obstacle.UNKNOWN_USER)),
                        new CallPlan(
                                user,
                                UserStatus.ACTIVE,
                                CallType.BIDIRECTIONAL,
                                called,
                                List.of(
                                        candidate("500", Kind.UNRESOLVED, Source.DEFAULT, Verdict.TAKEN),
                                        candidate("+491", Kind.INVALID, Source.LIST, Verdict.INVALID),
                                        candidate("500", Kind.UNRESOLVED, Source.LIST, Verdict.DUPLICATE)),
                                List.of(
                                        candidate("*67", Kind.CODE, Source.LIST, Verdict.NOT_PRESENTABLE),
                                        candidate("12323", Kind.UNRESOLVED, Source.LIST, Verdict.TAKEN)),
                                List.of()));
    }

    @Test
    void moreUsersThanARequestMayHaveAreRefused() {
        List<String> tooMany = Collections.nCopies(CallPlans.USERS_MAX + 1, "u");
        assertThat(client.callPlans().plan(TENANT, tooMany.subList(1, tooMany.size()), Optional.empty()))
                .hasSize(CallPlans.USERS_MAX);
        assertThatThrownBy(() -> client.callPlans().plan(TENANT, tooMany, Optional.empty()))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageStartingWith("plan calls: 400 invalid-request ");
        assertThatThrownBy(() -> client.callPlans().plan("999999999999", List.of("u"), Optional.empty()))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageStartingWith("plan calls: 404 not-found ");
    }
}
