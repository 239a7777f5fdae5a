package agentsettings.client.vendor;

import static agentsettings.client.RunningServer.APP;
import static agentsettings.client.RunningServer.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agentsettings.client.ClientConfig;
import agentsettings.client.MovedClock;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.vendor.Outcome.AccountTaken;
import agentsettings.client.vendor.Outcome.Added;
import agentsettings.client.vendor.Outcome.AlreadyExists;
import agentsettings.client.vendor.Outcome.Created;
import agentsettings.client.vendor.Outcome.Deleted;
import agentsettings.client.vendor.Outcome.Found;
import agentsettings.client.vendor.Outcome.IdMismatch;
import agentsettings.client.vendor.Outcome.NoSettings;
import agentsettings.client.vendor.Outcome.UnknownUser;
import agentsettings.client.vendor.Outcome.Updated;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation and every outcome, against the real service. */
final class VendorClientTest {

    private static final OutboundSettings SETTINGS = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            List.of(new PhoneNumber("12323"), new PhoneNumber("12323")),
            List.of(new PhoneNumber("+4930233")),
            new PhoneNumber("0012"),
            new PhoneNumber("*31#"));

    private static final OutboundSettings NOTHING = new OutboundSettings(null, null, null, null, null);

    @TempDir
    private static Path folder;

    private static final MovedClock SERVICE_CLOCK = new MovedClock();

    private static RunningServer server;

    private VendorClient client;

    @BeforeAll
    static void startServer() {
        server = RunningServer.start(folder, SERVICE_CLOCK);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        client = client(APP);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static VendorClient client(AppCredentials app) {
        return new VendorClient(ClientConfig.of(server.address()), app, InstantSource.system(), new SecureRandom());
    }

    @Test
    void settingsAreCreatedFoundUpdatedAndDeleted() {
        long id = ((Created) client.create(user(1), SETTINGS)).id();
        assertThat(client.query(user(1)))
                .isEqualTo(
                        new Found(id, user(1), Optional.of("demo01"), SETTINGS, Optional.of(SERVICE_CLOCK.instant())));

        OutboundSettings changes = new OutboundSettings(CallType.DIRECT, List.of(), null, PhoneNumber.NONE, null);
        assertThat(client.update(id, user(1), changes)).isEqualTo(new Updated(id));
        assertThat(((Found) client.query(user(1))).settings())
                .isEqualTo(new OutboundSettings(
                        CallType.DIRECT, List.of(), SETTINGS.softphoneNumbers(), null, new PhoneNumber("*31#")));

        assertThat(client.delete(user(1))).isEqualTo(new Deleted());
        assertThat(client.query(user(1))).isEqualTo(new NoSettings());
    }

    @Test
    void settingsWithoutAnyValueAreFoundWithoutAny() {
        long id = ((Created) client.create(user(2), NOTHING)).id();
        assertThat(client.query(user(2)))
                .isEqualTo(
                        new Found(id, user(2), Optional.of("demo02"), NOTHING, Optional.of(SERVICE_CLOCK.instant())));
    }

    @Test
    void whatDoesNotFitTheStoredDataIsAnOutcome() {
        long id = ((Created) client.create(user(3), SETTINGS)).id();
        assertThat(client.create(user(3), SETTINGS)).isEqualTo(new AlreadyExists());
        assertThat(client.update(id + 1, user(3), NOTHING)).isEqualTo(new IdMismatch());
        assertThat(client.update(id, user(4), NOTHING)).isEqualTo(new NoSettings());
        assertThat(client.delete(user(4))).isEqualTo(new NoSettings());

        assertThat(client.create("nobody", SETTINGS)).isEqualTo(new UnknownUser());
        assertThat(client.query("nobody")).isEqualTo(new UnknownUser());
        assertThat(client.update(id, "nobody", NOTHING)).isEqualTo(new UnknownUser());
        assertThat(client.delete("nobody")).isEqualTo(new UnknownUser());
    }

    @Test
    void anAddedUserCanHaveSettings() {
        UserProfile zoe =
                new UserProfile("zoe", "Zoë Müller", "+49 30 1", "zoe@example.com", "a\nb", UserStatus.ACTIVE);
        String userId = ((Added) client.addUser(zoe)).userId();
        assertThat(client.addUser(zoe)).isEqualTo(new AccountTaken());
        assertThat(client.create(userId, SETTINGS)).isInstanceOf(Created.class);
        assertThat(client.query(userId))
                .extracting(found -> ((Found) found).account().orElseThrow())
                .isEqualTo("zoe");
        assertThat(client.addUser(new UserProfile("tom", "Tom", null, null, null, null)))
                .isInstanceOf(Added.class);
    }

    @Test
    void aCreateWithTheSameKeyHasTheSameOutcomeAndIsRejectedWithOtherSettings() {
        Outcome.OfCreate first = client.create(user(5), SETTINGS, "key 5");
        assertThat(client.create(user(5), SETTINGS, "key 5")).isEqualTo(first).isInstanceOf(Created.class);
        assertThatThrownBy(() -> client.create(user(5), NOTHING, "key 5"))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessage("create: 400 1005 Idempotency-Key: was used with a different body in the last 24 hours.");
        assertThatThrownBy(() -> client.create(user(5), NOTHING, "key\r\n5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("idempotencyKey: must be 1 to 255 printable ASCII characters");
    }

    @Test
    void aBrokenRuleIsRejectedWithTheServicesWords() {
        OutboundSettings sixNumbers = new OutboundSettings(
                null,
                List.of("1", "2", "3", "4", "5", "6").stream()
                        .map(PhoneNumber::new)
                        .toList(),
                null,
                null,
                null);
        RequestRejectedException rejected =
                catchThrowableOfType(RequestRejectedException.class, () -> client.create(user(6), sixNumbers));
        assertThat(rejected).hasMessage("create: 400 1005 callerPresent: must have at most 5 numbers; got 6.");
        assertThat(rejected.details().operation()).isEqualTo("create");
        assertThat(rejected.details().status()).hasValue(400);
        assertThat(rejected.details().code()).hasValue("1005");
        assertThat(rejected.details().attempts()).isEqualTo(1);
    }

    @Test
    void anAppOfEdition2023NeedsNoSecretExceptToAddUsers() {
        try (VendorClient keyOnly = client(new AppCredentials("demo-app", Optional.empty()))) {
            assertThat(keyOnly.create(user(7), SETTINGS)).isInstanceOf(Created.class);
            assertThatThrownBy(() -> keyOnly.addUser(new UserProfile("ann", "Ann", null, null, null, null)))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessage("add user: 401 2001 Authorization: is required.");
        }
    }

    @Test
    void aWrongSecretIsReportedAsARejectedTokenRequest() {
        try (VendorClient wrong = client(AppCredentials.of("demo-app", "guessed"))) {
            assertThatThrownBy(() -> wrong.query(user(8)))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessage("token: 401 2003 app_key, app_secret: must be those of an enabled app.");
        }
    }

    @Test
    void aTokenThatTheServiceNoLongerAcceptsIsRenewed() {
        assertThat(client.query(user(9))).isEqualTo(new NoSettings());
        SERVICE_CLOCK.move(Duration.ofHours(2)); // the client's clock stays behind, so it does not know
        assertThat(client.query(user(9))).isEqualTo(new NoSettings());
    }

    @Test
    void aClosedClientCannotBeCalled() {
        client.close();
        assertThatThrownBy(() -> client.query(user(10)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the client is closed");
    }
}
