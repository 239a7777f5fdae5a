package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users have two ids and an account, each unique within their tenant space, and are found by either id. */
abstract class UsersContract extends StoreFixture {

    @Test
    void aUserIsFoundByEitherIdAndCalledByTheFirst() {
        created(USER, VENDORS);

        assertThat(find(SUM_USER)).isEqualTo(find(USER));
        assertThat(settings(SUM_USER).userId()).isEqualTo(USER);
    }

    @Test
    void whereAnIdIsOneUsersFirstAndAnothersSecondTheFirstWins() {
        add(Samples.user(CALLER, SUM_USER, "77", "y113"));
        created(USER, VENDORS);

        assertThat(find(SUM_USER))
                .as("known by this id, but without settings")
                .isEqualTo(new FindSettings.NoSettings());
        created(SUM_USER, VENDORS);
        assertThat(settings(SUM_USER).account()).isEqualTo("y113");
        assertThat(settings(USER).account()).isEqualTo("y111");
    }

    @Test
    void anAccountThatOurRulesWouldRefuseIsFoundAsItStandsInTheTable() {
        add(Samples.user(CALLER, "user 7", "77", "Ann - Lee"));
        created("user 7", VENDORS);

        assertThat(settings("77").account()).isEqualTo("Ann - Lee");
        assertThat(settings("77").userId()).isEqualTo("user 7");
    }

    @Test
    void aUserMayBeAddedWithIdsOfTheStoresChoice() {
        AddUser.Outcome outcome = write(new AddUser(CALLER, null, null, Samples.profile("y113")));

        assertThat(outcome).isInstanceOfSatisfying(AddUser.Added.class, added -> {
            assertThat(SettingsIds.millisOf(Long.parseLong(added.sumUserId()))).isEqualTo(NOON.toEpochMilli());
            created(added.sumUserId(), VENDORS);
            assertThat(settings(added.sumUserId()).account()).isEqualTo("y113");
        });
    }

    @Test
    void idsOfTheStoresChoiceAreNeverTheSame() {
        Set<AddUser.Outcome> outcomes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            outcomes.add(write(new AddUser(CALLER, null, null, Samples.profile("account" + i))));
        }

        assertThat(outcomes).hasSize(100).allMatch(AddUser.Added.class::isInstance);
    }

    @Test
    void aUserAddedWithItsIdsIsAnsweredByTheSecond() {
        assertThat(write(Samples.user(CALLER, "u3", "33", "y113"))).isEqualTo(new AddUser.Added("33"));
    }

    @Test
    void whatElseIsKnownOfAUserMayBeAnythingWithinItsLimits() {
        UserProfile profile = new UserProfile(
                "y113", "😀".repeat(64), "+49 (30) 1234", "o'hara@example.com", "a\nb\t\"c\"", UserStatus.SUSPENDED);

        assertThat(write(new AddUser(CALLER, "u3", "33", profile))).isEqualTo(new AddUser.Added("33"));
        assertThat(find("u3")).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void anAccountBelongsToOneUserOfATenantSpace() {
        assertThat(write(Samples.user(CALLER, "u3", "33", "y111"))).isEqualTo(new AddUser.AccountTaken());
        assertThat(write(new AddUser(CALLER, null, null, Samples.profile("y111"))))
                .isEqualTo(new AddUser.AccountTaken());
        assertThat(find("u3")).isEqualTo(new FindSettings.UnknownUser());
        assertThat(find("33")).isEqualTo(new FindSettings.UnknownUser());
    }

    @Test
    void anIdBelongsToOneUserOfATenantSpace() {
        assertThat(write(Samples.user(CALLER, USER, "33", "y113"))).isEqualTo(new AddUser.UserIdTaken());
        assertThat(write(Samples.user(CALLER, "u3", SUM_USER, "y113"))).isEqualTo(new AddUser.UserIdTaken());
        assertThat(find("33")).isEqualTo(new FindSettings.UnknownUser());
        assertThat(find("u3")).isEqualTo(new FindSettings.UnknownUser());
        assertThat(write(Samples.user(CALLER, "u3", "33", "y113"))).isEqualTo(new AddUser.Added("33"));
    }

    @Test
    void otherTenantSpacesMayUseTheSameIdsAndAccounts() {
        assertThat(write(Samples.user(OTHER_TENANT, USER, SUM_USER, "y111"))).isEqualTo(new AddUser.Added(SUM_USER));
        assertThat(find(OTHER_TENANT, SUM_USER)).isEqualTo(new FindSettings.NoSettings());
        assertThat(find(OTHER_TENANT, OTHER_USER)).isEqualTo(new FindSettings.UnknownUser());
    }
}
