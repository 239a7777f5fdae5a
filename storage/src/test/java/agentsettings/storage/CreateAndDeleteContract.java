package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.NOTHING;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.settings.SettingsIds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings come into being once for each user, are kept to the letter, and go. */
abstract class CreateAndDeleteContract extends StoreFixture {

    @Test
    void whatWasCreatedIsFoundToTheLetter() {
        long id = created(USER, VENDORS);

        assertThat(find(USER)).isEqualTo(new FindSettings.Found(new AgentSettings(id, USER, "y111", VENDORS, 1, NOON)));
    }

    @Test
    void aSecondCreateIsRefusedAndChangesNothing() {
        created(USER, VENDORS);
        FindSettings.Outcome before = find(USER);
        clock.move(Duration.ofMinutes(1));

        assertThat(create(USER, EMPTY)).isEqualTo(new CreateSettings.AlreadyExists());
        assertThat(find(USER)).isEqualTo(before);
    }

    @Test
    void aUserThatIsNotInTheTableCannotHaveSettings() {
        assertThat(create("nobody", VENDORS)).isEqualTo(new CreateSettings.UnknownUser());
        assertThat(find("nobody")).isEqualTo(new FindSettings.UnknownUser());
    }

    @Test
    void aUserWithoutSettingsIsKnownNevertheless() {
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void whatIsDeletedIsGoneWhileTheUserStays() {
        created(USER, VENDORS);

        assertThat(delete(USER)).isEqualTo(new DeleteSettings.Deleted());
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void deletingWhatIsNotThereIsRefused() {
        created(USER, VENDORS);
        delete(USER);

        assertThat(delete(USER)).isEqualTo(new DeleteSettings.NoSettings());
        assertThat(delete(OTHER_USER)).isEqualTo(new DeleteSettings.NoSettings());
        assertThat(delete("nobody")).isEqualTo(new DeleteSettings.UnknownUser());
    }

    @Test
    void settingsCreatedAgainAreNewOnesWithALaterId() {
        long first = created(USER, VENDORS);
        delete(USER);
        long second = created(USER, EMPTY);

        assertThat(second).isGreaterThan(first);
        assertThat(settings(USER)).isEqualTo(new AgentSettings(second, USER, "y111", EMPTY, 1, NOON));
    }

    @Test
    void partsNeverSetStayUnset() {
        created(USER, NOTHING);

        assertThat(settings(USER).outbound()).isEqualTo(NOTHING);
    }

    @Test
    void anEmptyListAndNoDefaultAreNotTheSameAsNothing() {
        created(USER, EMPTY);
        OutboundSettings half = new OutboundSettings(null, List.of(), null, null, PhoneNumber.NONE);
        created(OTHER_USER, half);

        assertThat(settings(USER).outbound()).isEqualTo(EMPTY);
        assertThat(settings(OTHER_USER).outbound()).isEqualTo(half);
    }

    @Test
    void listsKeepOrderAndRepeatsAndNumbersEveryCharacter() {
        OutboundSettings outbound = new OutboundSettings(
                null,
                Samples.numbers("007", "+0049", "007", "*100#", "#"),
                Samples.numbers("999999999999999", "0", "0", "+1", "000000000000000"),
                new PhoneNumber("00"),
                new PhoneNumber("+12345678901234"));
        created(USER, outbound);

        assertThat(settings(USER).outbound()).isEqualTo(outbound);
    }

    @Test
    void idsTellWhenTheyWereMadeAndGoUp() {
        long first = created(USER, VENDORS);
        clock.move(Duration.ofSeconds(5));
        long second = created(OTHER_USER, VENDORS);

        assertThat(SettingsIds.millisOf(first)).isEqualTo(NOON.toEpochMilli());
        assertThat(SettingsIds.millisOf(second)).isEqualTo(NOON.plusSeconds(5).toEpochMilli());
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void createAndDeleteTakeTheUserIdAlone() {
        assertThat(create(SUM_USER, VENDORS)).isEqualTo(new CreateSettings.UnknownUser());
        created(USER, VENDORS);

        assertThat(delete(SUM_USER)).isEqualTo(new DeleteSettings.UnknownUser());
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        created(USER, VENDORS);

        assertThat(find(OTHER_TENANT, USER)).isEqualTo(new FindSettings.UnknownUser());
        assertThat(write(new DeleteSettings(OTHER_TENANT, USER))).isEqualTo(new DeleteSettings.UnknownUser());
        assertThat(write(new CreateSettings(OTHER_TENANT, USER, EMPTY, null)))
                .isEqualTo(new CreateSettings.UnknownUser());
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void twoTenantsMayHaveUsersOfTheSameIdEachWithItsOwnSettings() {
        add(Samples.user(OTHER_TENANT, USER, SUM_USER, "y111"));
        created(USER, VENDORS);

        assertThat(find(OTHER_TENANT, USER)).isEqualTo(new FindSettings.NoSettings());
        assertThat(write(new CreateSettings(OTHER_TENANT, USER, EMPTY, null)))
                .isInstanceOf(CreateSettings.Created.class);
        assertThat(write(new DeleteSettings(OTHER_TENANT, USER))).isEqualTo(new DeleteSettings.Deleted());
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void userIdsAreToldApartToTheLetter() {
        List<String> alike = List.of("abc", "ABC", "Abc", "abc'", "a%c", "a_c", "äbc", "a\u0308bc", "0", "00", "😀");
        for (String userId : alike) {
            add(new AddUser(CALLER, userId, userId, Samples.profile("account" + alike.indexOf(userId))));
        }
        created("abc", VENDORS);

        assertThat(alike.stream().filter(userId -> !find(userId).equals(new FindSettings.NoSettings())))
                .containsExactly("abc");
    }
}
