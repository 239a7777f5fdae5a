package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.NOTHING;
import static agentsettings.storage.Samples.OTHER_APP;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static agentsettings.storage.Samples.VENDORS_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The change log tells who changed what, when, from what to what: one row for each change, numbered without gaps. */
abstract class ChangeLogContract extends StoreFixture {

    private static final String EMPTY_JSON = "{\"callType\":\"0\",\"displayNumbers\":[],\"softphoneNumbers\":[],"
            + "\"defaultDisplayNumber\":\"\",\"defaultSoftphoneNumber\":\"\"}";

    @Test
    void everyChangeIsToldWithWhoAndWhenAndFromWhatToWhat() {
        long id = created(USER, VENDORS);
        clock.move(Duration.ofMinutes(1));
        write(new UpdateSettings(OTHER_APP, id, USER, EMPTY));
        clock.move(Duration.ofMinutes(1));
        delete(USER);

        assertThat(database().changeLog())
                .containsExactly(
                        change(1, 0, USER, null, "demo-app", "add user", null, user(SUM_USER, "y111")),
                        change(2, 0, OTHER_USER, null, "demo-app", "add user", null, user(OTHER_USER, "y112")),
                        change(3, 0, USER, id, "demo-app", "create", null, VENDORS_JSON),
                        change(4, 1, USER, id, "other-app", "update", VENDORS_JSON, EMPTY_JSON),
                        change(5, 2, USER, id, "demo-app", "delete", EMPTY_JSON, null));
    }

    @Test
    void aPartialUpdateIsToldWithTheWholeSettingsBeforeAndAfter() {
        long id = created(USER, NOTHING);
        update(id, USER, new OutboundSettings(null, null, Samples.numbers("233", "233"), null, null));

        LoggedChange last = database().changeLog().getLast();
        assertThat(last.before()).isEqualTo("{}");
        assertThat(last.after()).isEqualTo("{\"softphoneNumbers\":[\"233\",\"233\"]}");
    }

    @Test
    void aUserWithAnIdOfTheStoresChoiceIsToldByIt() {
        AddUser.Outcome outcome = write(new AddUser(CALLER, null, null, Samples.profile("y113")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AddUser.Added.class,
                        added -> assertThat(database().changeLog().getLast().userId())
                                .isEqualTo(added.sumUserId()));
    }

    @Test
    void anotherTenantsChangeIsToldWithItsTenant() {
        add(Samples.user(OTHER_TENANT, USER, SUM_USER, "y111"));

        LoggedChange last = database().changeLog().getLast();
        assertThat(last.tenantId()).isEqualTo(OTHER_TENANT.tenantId());
        assertThat(last.actor()).isEqualTo("strange-app");
    }

    @Test
    void whatIsRefusedOrSentAgainLeavesNoRow() {
        Idempotency key = new Idempotency("key-1", "digest-1");
        write(new CreateSettings(CALLER, USER, VENDORS, key));
        List<LoggedChange> before = database().changeLog();

        write(new CreateSettings(CALLER, USER, VENDORS, key));
        write(new CreateSettings(CALLER, USER, VENDORS, new Idempotency("key-1", "digest-2")));
        write(new CreateSettings(CALLER, USER, EMPTY, null));
        write(new CreateSettings(CALLER, "nobody", EMPTY, null));
        update(1, USER, EMPTY);
        update(1, OTHER_USER, EMPTY);
        update(1, "nobody", EMPTY);
        delete(OTHER_USER);
        delete("nobody");
        write(Samples.user(CALLER, USER, "33", "y113"));
        write(Samples.user(CALLER, "u3", "33", "y111"));
        write(new DeleteSettings(OTHER_TENANT, USER));

        assertThat(database().changeLog()).isEqualTo(before);
    }

    @Test
    void rowsAreNumberedWithoutGapsThoughSomeCommandsAreRefusedAndTheStoreIsReopened() {
        for (int i = 0; i < 20; i++) {
            create(USER, VENDORS);
            create(USER, VENDORS);
            delete(USER);
            delete(USER);
            if (i % 5 == 0) {
                reopen();
            }
        }

        assertThat(database().changeLog().stream().map(LoggedChange::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 42).boxed().toList());
    }

    private static String user(String sumUserId, String account) {
        return PlainJson.of(Samples.user(CALLER, "", sumUserId, account));
    }

    private static LoggedChange change(
            long seq, int minute, String userId, Long id, String actor, String action, String before, String after) {
        return new LoggedChange(
                seq,
                NOON.plus(Duration.ofMinutes(minute)),
                CALLER.tenantId(),
                userId,
                id,
                actor,
                action,
                before,
                after);
    }
}
