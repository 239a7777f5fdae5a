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
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.settings.SettingsIds;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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

    @Test
    void aUserIsAddedOnceAndTheChangeIsLogged() {
        int logged = database().changeLog().size();

        assertThat(write(Samples.user(CALLER, "u1", "1", "y1"))).isEqualTo(new AddUser.Added("1"));
        assertThat(write(Samples.user(CALLER, "u2", "2", "y1"))).isEqualTo(new AddUser.AccountTaken());
        assertThat(write(Samples.user(CALLER, "u1", "2", "y2"))).isEqualTo(new AddUser.UserIdTaken());
        assertThat(write(Samples.user(CALLER, "u2", "1", "y2"))).isEqualTo(new AddUser.UserIdTaken());
        assertThat(database().changeLog().subList(logged, database().changeLog().size()))
                .singleElement()
                .satisfies(change -> assertThat(change.userId()).isEqualTo("u1"))
                .satisfies(change -> assertThat(change.action()).isEqualTo("add user"));
    }

    @Test
    void anUpsertAddsAUserOrChangesIt() {
        UserPatch named = patch(Edit.assign("y113"), Edit.assign("Bo"));
        assertThat(write(upsert("u3", "33", named)))
                .isInstanceOfSatisfying(
                        UpsertUser.Added.class,
                        added -> assertThat(added.user().profile())
                                .isEqualTo(new UserProfile("y113", "Bo", null, null, null, UserStatus.ACTIVE)));
        created("u3", VENDORS);
        assertThat(settings("33").account()).isEqualTo("y113");

        assertThat(write(upsert("u3", null, patch(Edit.keep(), Edit.assign("Cy")))))
                .isInstanceOfSatisfying(
                        UpsertUser.Updated.class,
                        updated -> assertThat(updated.user().profile())
                                .isEqualTo(new UserProfile("y113", "Cy", null, null, null, UserStatus.ACTIVE)));
        int logged = database().changeLog().size();
        assertThat(write(upsert("u3", "33", patch(Edit.assign("y113"), Edit.keep()))))
                .isInstanceOf(UpsertUser.Updated.class);
        assertThat(database().changeLog()).as("nothing was changed").hasSize(logged);
    }

    @Test
    void settingsShowTheAccountThatTheirUserHasNow() {
        created(USER, VENDORS);
        created(OTHER_USER, VENDORS);
        assertThat(write(upsert(USER, null, patch(Edit.assign("renamed"), Edit.keep()))))
                .isInstanceOf(UpsertUser.Updated.class);

        assertThat(settings(USER).account()).isEqualTo("renamed");
        assertThat(settings(SUM_USER).account()).isEqualTo("renamed");
        assertThat(settings(OTHER_USER).account()).isEqualTo("y112");
    }

    @Test
    void anUpsertThatCannotBeSaysWhy() {
        UserPatch named = patch(Edit.assign("y113"), Edit.assign("Bo"));
        int logged = database().changeLog().size();

        assertThat(write(upsert("u3", null, patch(Edit.keep(), Edit.assign("Bo")))))
                .isEqualTo(new UpsertUser.ProfileIncomplete());
        assertThat(write(upsert("u3", SUM_USER, named))).isEqualTo(new UpsertUser.UserIdTaken());
        assertThat(write(upsert(USER, "33", named))).isEqualTo(new UpsertUser.SumUserIdDiffers());
        for (String user : List.of(USER, "u3")) {
            assertThat(write(upsert(user, null, patch(Edit.assign("y112"), Edit.assign("Bo")))))
                    .isEqualTo(new UpsertUser.AccountTaken());
        }
        assertThat(database().changeLog()).hasSize(logged);
        assertThat(write(upsert(USER, SUM_USER, named))).isInstanceOf(UpsertUser.Updated.class);
    }

    private static UpsertUser upsert(String userId, String sumUserId, UserPatch patch) {
        return new UpsertUser(CALLER, userId, sumUserId, patch);
    }

    private static UserPatch patch(Edit<String> account, Edit<String> name) {
        return new UserPatch(account, name, Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
    }

    @Test
    void ofUsersWrittenTogetherThatClashTheFirstIsAdded() {
        List<CompletableFuture<AddUser.Outcome>> outcomes = Stream.of(
                        Samples.user(CALLER, "u1", "1", "y1"),
                        Samples.user(CALLER, "u2", "2", "y1"),
                        Samples.user(CALLER, "u1", "3", "y3"),
                        Samples.user(CALLER, "u4", "1", "y4"),
                        Samples.user(CALLER, "1", "5", "y5"))
                .map(this::writeInOrder)
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join))
                .containsExactly(
                        new AddUser.Added("1"),
                        new AddUser.AccountTaken(),
                        new AddUser.UserIdTaken(),
                        new AddUser.UserIdTaken(),
                        new AddUser.Added("5"));
    }

    /** Only the commands of one lane keep their order by themselves. */
    private CompletableFuture<AddUser.Outcome> writeInOrder(AddUser command) {
        CompletableFuture<AddUser.Outcome> outcome = store().write(command).toCompletableFuture();
        if (database().lanes() > 1) {
            outcome.join();
        }
        return outcome;
    }
}
