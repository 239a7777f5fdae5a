package agentsettings.storage;

import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.EMPTY;
import static agentsettings.storage.Samples.OTHER_APP;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.OTHER_USER;
import static agentsettings.storage.Samples.SUM_USER;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.VENDORS;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.requests.Idempotency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A create sent again under its idempotency key gets its first answer for 24 hours and changes nothing. */
abstract class IdempotencyContract extends StoreFixture {

    private static final Idempotency KEY = new Idempotency("key-1", "digest-1");

    @Test
    void aCreateSentAgainGetsItsFirstAnswer() {
        CreateSettings.Outcome first = create(CALLER, USER, KEY);

        assertThat(first).isInstanceOf(CreateSettings.Created.class);
        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);
        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);
        assertThat(settings(USER).version()).isEqualTo(1);
    }

    @Test
    void theFirstAnswerIsGivenThoughThingsHaveChangedSince() {
        CreateSettings.Outcome first = create(CALLER, USER, KEY);
        update(settings(USER).id(), USER, EMPTY);

        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);
        assertThat(settings(USER).outbound()).isEqualTo(EMPTY);
        delete(USER);
        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);
        assertThat(find(USER)).isEqualTo(new FindSettings.NoSettings());
    }

    @Test
    void aFailureIsGivenAgainToo() {
        assertThat(create(CALLER, "u3", KEY)).isEqualTo(new CreateSettings.UnknownUser());
        add(Samples.user(CALLER, "u3", "33", "y113"));

        assertThat(create(CALLER, "u3", KEY)).isEqualTo(new CreateSettings.UnknownUser());
        assertThat(create(CALLER, "u3", new Idempotency("key-2", "digest-1")))
                .isInstanceOf(CreateSettings.Created.class);
        assertThat(create(CALLER, "u3", new Idempotency("key-3", "digest-1")))
                .isEqualTo(new CreateSettings.AlreadyExists());
        delete("u3");
        assertThat(create(CALLER, "u3", new Idempotency("key-3", "digest-1")))
                .isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        CreateSettings.Outcome first = create(CALLER, USER, KEY);

        assertThat(create(CALLER, OTHER_USER, new Idempotency("key-1", "digest-2")))
                .isEqualTo(new CreateSettings.IdempotencyKeyReused());
        assertThat(find(OTHER_USER)).isEqualTo(new FindSettings.NoSettings());
        assertThat(create(CALLER, USER, KEY))
                .as("the key is still the first body's")
                .isEqualTo(first);
    }

    @Test
    void aCreateWithoutKeyIsNeverTakenForAnother() {
        create(CALLER, USER, KEY);

        assertThat(create(CALLER, USER, null)).isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void aKeyIsForgottenAfter24Hours() {
        CreateSettings.Outcome first = create(CALLER, USER, KEY);
        clock.move(Duration.ofHours(24).minusMillis(1));
        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);

        clock.move(Duration.ofMillis(1));
        assertThat(create(CALLER, USER, KEY)).isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void afterADayAKeyMayServeAnotherBody() {
        create(CALLER, USER, KEY);
        clock.move(Duration.ofHours(24));
        Idempotency otherBody = new Idempotency("key-1", "digest-2");
        CreateSettings.Outcome second = create(CALLER, OTHER_USER, otherBody);

        assertThat(second).isInstanceOf(CreateSettings.Created.class);
        clock.move(Duration.ofHours(23));
        assertThat(create(CALLER, OTHER_USER, otherBody)).isEqualTo(second);
    }

    @Test
    void sendingAgainDoesNotLengthenTheDay() {
        create(CALLER, USER, KEY);
        clock.move(Duration.ofHours(23));
        create(CALLER, USER, KEY);
        clock.move(Duration.ofHours(1));

        assertThat(create(CALLER, USER, KEY)).isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void theSameKeyOfAnotherAppIsAnotherKey() {
        create(CALLER, USER, KEY);

        assertThat(create(OTHER_APP, USER, KEY)).isEqualTo(new CreateSettings.AlreadyExists());
        assertThat(create(OTHER_APP, OTHER_USER, new Idempotency("key-2", "digest-1")))
                .isInstanceOf(CreateSettings.Created.class);
    }

    @Test
    void theSameKeyInAnotherTenantSpaceIsAnotherKey() {
        add(Samples.user(OTHER_TENANT, USER, SUM_USER, "y111"));
        create(CALLER, USER, KEY);

        assertThat(create(OTHER_TENANT, USER, new Idempotency("key-1", "digest-2")))
                .isInstanceOf(CreateSettings.Created.class);
    }

    @Test
    void keysAreToldApartToTheLetter() {
        create(CALLER, USER, KEY);
        for (String alike : new String[] {"KEY-1", "key-1 ", "key-_", "key-%", "k".repeat(255)}) {
            assertThat(create(CALLER, USER, new Idempotency(alike, "digest-1")))
                    .isEqualTo(new CreateSettings.AlreadyExists());
        }
    }

    @Test
    void keysSurviveAReopening() {
        CreateSettings.Outcome first = create(CALLER, USER, KEY);
        reopen();

        assertThat(create(CALLER, USER, KEY)).isEqualTo(first);
    }

    private CreateSettings.Outcome create(Caller caller, String userId, Idempotency idempotency) {
        return write(new CreateSettings(caller, userId, VENDORS, idempotency));
    }
}
