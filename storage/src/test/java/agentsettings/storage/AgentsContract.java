package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.commands.AddUser;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.queries.StoredAgent;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.storage.jdbc.ReadFailureLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What of many users decides about their calls is read at once. An engine is tested by a subclass that provides it. */
public abstract class AgentsContract extends RecordsFixture {

    /** An engine with an empty database. */
    @Override
    protected abstract Engine engine() throws java.io.IOException;

    @BeforeAll
    static void failOnPurpose() {
        ExpectedFailures.areNotLogged(ReadFailureLog.class);
    }

    private List<StoredAgent> agents(String... userIds) {
        return records().agents(CALLER.tenantId(), List.of(userIds), false).agents();
    }

    private static StoredAgent active(String userId, OutboundSettings settings) {
        return new StoredAgent.Found(userId, UserStatus.ACTIVE, settings);
    }

    @Test
    void usersComeInTheOrderAskedAlsoTwice() {
        created(USER, VENDORS);
        assertThat(agents(OTHER_USER, "nobody", USER, OTHER_USER))
                .containsExactly(
                        active(OTHER_USER, null),
                        new StoredAgent.Unknown("nobody"),
                        active(USER, VENDORS),
                        active(OTHER_USER, null));
        assertThat(agents()).isEmpty();
    }

    @Test
    void onlyTheUsersOfTheTenantSpaceAreFoundAndOnlyByTheirUserId() {
        add(new AddUser(OTHER_TENANT, "u3", "3", new UserProfile("y3", "Cid", null, null, null, UserStatus.SUSPENDED)));
        createFor(OTHER_TENANT, "u3", Samples.NOTHING);
        assertThat(agents("u3", SUM_USER))
                .containsExactly(new StoredAgent.Unknown("u3"), new StoredAgent.Unknown(SUM_USER));
        assertThat(records()
                        .agents(OTHER_TENANT.tenantId(), List.of("u3", USER), false)
                        .agents())
                .containsExactly(
                        new StoredAgent.Found("u3", UserStatus.SUSPENDED, Samples.NOTHING),
                        new StoredAgent.Unknown(USER));
    }

    @Test
    void aThousandAreReadAtOnceAndNotOneMore() {
        List<String> userIds = new ArrayList<>();
        IntStream.range(0, AgentsWithNumbers.USERS_MAX)
                .mapToObj(i -> "user-" + i)
                .forEach(userIds::add);
        userIds.stream().filter(id -> id.endsWith("7")).forEach(id -> addNamed(id, id, "of-" + id, "Ann"));
        Collections.reverse(userIds);

        List<StoredAgent> read =
                records().agents(OTHER_TENANT.tenantId(), userIds, true).agents();
        assertThat(read).extracting(StoredAgent::userId).containsExactlyElementsOf(userIds);
        assertThat(read).filteredOn(StoredAgent.Found.class::isInstance).hasSize(100);

        userIds.add("one more");
        assertThatThrownBy(() -> records().agents(OTHER_TENANT.tenantId(), userIds, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allottedNumbersThatEndAsOneOfTheUsersNumbersComeWithThem() {
        created(
                USER,
                new OutboundSettings(
                        null,
                        Samples.numbers("030123456"),
                        Samples.numbers("500", "*67"),
                        PhoneNumber.NONE,
                        new PhoneNumber("+12025550123")));
        allot(CALLER.tenantId(), "+4930123456", "0123", "2025550123", "500", "1500", "*67", "67", "3457", "+67");
        allot(OTHER_TENANT.tenantId(), "123456");

        AgentsWithNumbers stored = records().agents(CALLER.tenantId(), List.of(OTHER_USER, USER), true);
        assertThat(stored.agents()).hasSize(2);
        assertThat(stored.allotted())
                .extracting(number -> number.number().digits())
                .containsExactlyInAnyOrder("+4930123456", "0123", "2025550123", "500", "*67");
        assertThat(records().agents(CALLER.tenantId(), List.of(USER), false).allotted())
                .isEmpty();
        assertThat(records()
                        .agents(CALLER.tenantId(), List.of(OTHER_USER), true)
                        .allotted())
                .as("a user without numbers")
                .isEmpty();
    }

    private void allot(String tenantId, String... numbers) {
        for (String number : numbers) {
            database()
                    .execute("INSERT INTO allotted_number VALUES ('" + tenantId + "', '" + number
                            + "', 'display,softphone', '', '', 1, 1)");
        }
    }

    @Test
    void whatIsStoredInvalidIsSaidToBeUnreadableAndHidesNothingElse() {
        created(USER, VENDORS);
        created(OTHER_USER, VENDORS);
        allot(CALLER.tenantId(), "12323", "232323");
        database().execute("UPDATE agent_settings SET call_type = '7' WHERE user_id = '" + USER + "'");
        database().execute("UPDATE allotted_number SET kinds = 'x' WHERE number = '12323'");

        AgentsWithNumbers stored = records().agents(CALLER.tenantId(), List.of(USER, OTHER_USER), true);
        assertThat(stored.agents()).containsExactly(new StoredAgent.Unreadable(USER), active(OTHER_USER, VENDORS));
        assertThat(stored.allotted())
                .extracting(number -> number.number().digits())
                .containsExactly("232323");
    }
}
