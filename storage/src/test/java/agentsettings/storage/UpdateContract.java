package agentsettings.storage;

import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.NOTHING;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static agentsettings.storage.Samples.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An update changes the parts it names, of exactly the settings it names, or nothing. */
abstract class UpdateContract extends StoreFixture {

    @Test
    void partsThatAreNotNamedStayAsTheyWere() {
        long id = created(USER, VENDORS);
        OutboundSettings changes =
                new OutboundSettings(CallType.PASS_THROUGH, null, numbers("8621"), null, PhoneNumber.NONE);

        assertThat(update(id, USER, changes)).isEqualTo(new UpdateSettings.Updated(id));
        assertThat(settings(USER).outbound())
                .isEqualTo(new OutboundSettings(
                        CallType.PASS_THROUGH,
                        VENDORS.displayNumbers(),
                        numbers("8621"),
                        VENDORS.defaultDisplayNumber(),
                        PhoneNumber.NONE));
    }

    @Test
    void anUpsertCreatesSettingsOrChangesSome() {
        SettingsPatch patch = new SettingsPatch(
                Edit.keep(),
                Edit.assign(numbers("8621")),
                Edit.keep(),
                Edit.assign(PhoneNumber.NONE),
                Edit.assign(null));
        EditSettings upsert = new EditSettings(Samples.CALLER, USER, new EditSettings.Upsert(patch), Condition.NONE);

        assertThat(write(upsert)).isInstanceOf(EditSettings.Created.class);
        assertThat(settings(USER).outbound())
                .isEqualTo(new OutboundSettings(null, numbers("8621"), null, PhoneNumber.NONE, null));
        long id = settings(USER).id();
        update(id, USER, VENDORS);
        assertThat(write(upsert)).isInstanceOf(EditSettings.Updated.class);
        assertThat(write(upsert)).isInstanceOf(EditSettings.Updated.class);
        assertThat(settings(USER))
                .isEqualTo(new AgentSettings(
                        id,
                        USER,
                        "y111",
                        new OutboundSettings(
                                VENDORS.callType(),
                                numbers("8621"),
                                VENDORS.softphoneNumbers(),
                                PhoneNumber.NONE,
                                null),
                        3,
                        NOON));
        assertThat(write(new EditSettings(Samples.CALLER, "nobody", new EditSettings.Upsert(patch), Condition.NONE)))
                .isEqualTo(new EditSettings.UnknownUser());
    }

    @Test
    void eachUpdateRaisesTheVersionByOneAndKeepsIdAndTimeOfCreation() {
        long id = created(USER, VENDORS);
        clock.move(Duration.ofHours(1));
        update(id, USER, EMPTY);
        clock.move(Duration.ofHours(1));
        update(id, USER, EMPTY);

        assertThat(settings(USER)).isEqualTo(new AgentSettings(id, USER, "y111", EMPTY, 3, NOON));
    }

    @Test
    void anUpdateThatNamesNothingSucceeds() {
        long id = created(USER, VENDORS);

        assertThat(update(id, USER, NOTHING)).isEqualTo(new UpdateSettings.Updated(id));
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void emptyListsAndNoDefaultsClear() {
        long id = created(USER, VENDORS);
        update(id, USER, EMPTY);

        assertThat(settings(USER).outbound()).isEqualTo(EMPTY);
    }

    @Test
    void unsetPartsCanBeSetLater() {
        long id = created(USER, NOTHING);
        update(id, USER, VENDORS);

        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void theIdOfOtherSettingsIsRefusedAndChangesNeither() {
        long id = created(USER, VENDORS);
        long otherId = created(OTHER_USER, VENDORS);

        for (long wrong : new long[] {otherId, id - 1, id + 1, 1, Long.MAX_VALUE}) {
            assertThat(update(wrong, USER, EMPTY)).isEqualTo(new UpdateSettings.IdMismatch());
        }
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
        assertThat(settings(USER).version()).isEqualTo(1);
        assertThat(settings(OTHER_USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void theIdOfSettingsDeletedAndCreatedAgainIsNoLongerTheirs() {
        long old = created(USER, VENDORS);
        delete(USER);
        long current = created(USER, VENDORS);

        assertThat(update(old, USER, EMPTY)).isEqualTo(new UpdateSettings.IdMismatch());
        assertThat(update(current, USER, EMPTY)).isEqualTo(new UpdateSettings.Updated(current));
    }

    @Test
    void whatIsNotThereCannotBeUpdated() {
        long id = created(USER, VENDORS);

        assertThat(update(id, OTHER_USER, EMPTY)).isEqualTo(new UpdateSettings.NoSettings());
        assertThat(update(id, "nobody", EMPTY)).isEqualTo(new UpdateSettings.UnknownUser());
        delete(USER);
        assertThat(update(id, USER, EMPTY)).isEqualTo(new UpdateSettings.NoSettings());
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void anUpdateTakesTheUserIdAlone() {
        long id = created(USER, VENDORS);

        assertThat(update(id, SUM_USER, EMPTY)).isEqualTo(new UpdateSettings.UnknownUser());
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }

    @Test
    void anotherTenantCannotUpdateThoughItKnowsTheId() {
        long id = created(USER, VENDORS);
        add(Samples.user(OTHER_TENANT, USER, SUM_USER, "y111"));

        assertThat(write(new UpdateSettings(OTHER_TENANT, id, USER, EMPTY))).isEqualTo(new UpdateSettings.NoSettings());
        assertThat(write(new UpdateSettings(OTHER_TENANT, id, OTHER_USER, EMPTY)))
                .isEqualTo(new UpdateSettings.UnknownUser());
        assertThat(settings(USER).outbound()).isEqualTo(VENDORS);
    }
}
