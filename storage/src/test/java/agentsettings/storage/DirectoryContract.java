package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.commands.AddUser;
import agentsettings.core.store.Directory;
import agentsettings.core.users.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory of apps, users and signing keys: what is put in comes out, in order, and what is taken is refused. */
public abstract class DirectoryContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    private static final String TENANT = Samples.CALLER.tenantId();

    private Engine engine;
    private Directory directory;

    /** An engine with an empty database. */
    protected abstract Engine engine() throws IOException;

    @BeforeEach
    void open() throws IOException {
        engine = engine();
        directory = engine.database().openDirectory(new SettableClock(NOON));
    }

    @AfterEach
    void close() {
        directory.close();
        engine.close();
    }

    @Test
    void appsAreListedByKeyAsTheyWereAdded() {
        App second = app("b-app", "hash-b", true, 0);
        App first = new App("a-app", "202205119999", Edition.E2025, "hash-a", false, 7, NOON);

        assertThat(directory.apps()).isEmpty();
        assertThat(directory.addApp(second)).isTrue();
        assertThat(directory.addApp(first)).isTrue();
        assertThat(directory.apps()).containsExactly(first, second);
    }

    @Test
    void aKeyThatIsTakenIsRefusedAndTheAppThatHasItStaysAsItWas() {
        App app = app("demo-app", "hash-1", true, 0);
        directory.addApp(app);

        assertThat(directory.addApp(app("demo-app", "hash-2", false, 5))).isFalse();
        assertThat(directory.addApp(new App("demo-app", "202205119999", Edition.E2025, "hash-3", true, 0, NOON)))
                .isFalse();
        assertThat(directory.apps()).containsExactly(app);
    }

    @Test
    void disablingAndEnablingAnAppEachEndItsTokens() {
        directory.addApp(app("demo-app", "hash-1", true, 0));
        directory.addApp(app("other-app", "hash-2", true, 0));

        assertThat(directory.setEnabled("demo-app", false)).isTrue();
        assertThat(directory.apps())
                .containsExactly(app("demo-app", "hash-1", false, 1), app("other-app", "hash-2", true, 0));
        assertThat(directory.setEnabled("demo-app", true)).isTrue();
        assertThat(directory.apps().getFirst()).isEqualTo(app("demo-app", "hash-1", true, 2));
    }

    @Test
    void aNewSecretEndsTheAppsTokens() {
        directory.addApp(app("demo-app", "hash-1", true, 0));

        assertThat(directory.replaceSecret("demo-app", "hash-2")).isTrue();
        assertThat(directory.apps()).containsExactly(app("demo-app", "hash-2", true, 1));
    }

    @Test
    void whatIsAskedOfAnUnknownAppIsRefused() {
        assertThat(directory.setEnabled("nobody", true)).isFalse();
        assertThat(directory.replaceSecret("nobody", "hash")).isFalse();
        assertThat(directory.apps()).isEmpty();
    }

    @Test
    void aUserIsAddedOnceAndTheChangeIsLogged() {
        assertThat(directory.addUser(user("u1", "1", "y1"))).isEqualTo(new AddUser.Added("1"));
        assertThat(directory.addUser(user("u2", "2", "y1"))).isEqualTo(new AddUser.AccountTaken());
        assertThat(directory.addUser(user("u1", "2", "y2"))).isEqualTo(new AddUser.UserIdTaken());
        assertThat(directory.addUser(user("u2", "1", "y2"))).isEqualTo(new AddUser.UserIdTaken());

        assertThat(directory.users(TENANT, "", 10)).containsExactly(new User(TENANT, "u1", "1", "y1", "Ann Özil"));
        assertThat(engine.changeLog())
                .containsExactly(new LoggedChange(1, NOON, TENANT, "u1", null, "demo-app", "add user", null, null));
    }

    @Test
    void usersAreListedPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String id = "user-%02d".formatted(i * 7 % 25);
            ids.add(id);
            directory.addUser(user(id, id, id));
        }
        directory.addUser(Samples.user(Samples.OTHER_TENANT, "user-03x", "3x", "y1"));

        assertThat(idsOf(directory.users(TENANT, "", 100)))
                .containsExactlyElementsOf(ids.stream().sorted().toList());
        assertThat(idsOf(directory.users(TENANT, "", 2))).containsExactly("user-00", "user-01");
        assertThat(idsOf(directory.users(TENANT, "user-01", 3))).containsExactly("user-02", "user-03", "user-04");
        assertThat(idsOf(directory.users(TENANT, "user-01x", 1))).containsExactly("user-02");
        assertThat(directory.users(TENANT, "user-24", 10)).isEmpty();
        assertThat(directory.users("202205110000", "", 10)).isEmpty();
    }

    @Test
    void pagesPutTogetherHoldEveryUserOnce() {
        for (int i = 0; i < 40; i++) {
            directory.addUser(user("u" + i * 37 % 40, "s" + i, "y" + i));
        }
        List<User> all = new ArrayList<>();
        List<User> page;
        do {
            page = directory.users(TENANT, all.isEmpty() ? "" : all.getLast().userId(), 7);
            all.addAll(page);
        } while (!page.isEmpty());

        assertThat(all).isEqualTo(directory.users(TENANT, "", 100)).hasSize(40);
    }

    @Test
    void aSigningKeyIsAddedOnlyWhenTheNewestIsOldEnough() {
        SigningKey first = key("k1", NOON);
        SigningKey second = key("k2", NOON.plusSeconds(60));
        assertThat(directory.signingKeys()).isEmpty();

        assertThat(directory.addSigningKey(first, NOON)).isTrue();
        assertThat(directory.addSigningKey(second, NOON)).isFalse();
        assertThat(directory.signingKeys()).containsExactly(first);
        assertThat(directory.addSigningKey(second, NOON.plusMillis(1))).isTrue();
        assertThat(directory.addSigningKey(key("k3", NOON.plusSeconds(60)), NOON.plusMillis(1)))
                .isFalse();
        assertThat(directory.signingKeys()).containsExactly(second, first);
    }

    @Test
    void signingKeysMadeBeforeATimeAreRemoved() {
        SigningKey kept = key("k3", NOON.plusMillis(2));
        directory.addSigningKey(key("k1", NOON), NOON);
        directory.addSigningKey(key("k2", NOON.plusMillis(1)), NOON.plusMillis(1));
        directory.addSigningKey(kept, NOON.plusMillis(2));

        directory.removeSigningKeys(kept.createdAt());
        assertThat(directory.signingKeys()).containsExactly(kept);
        directory.removeSigningKeys(kept.createdAt());
        assertThat(directory.signingKeys()).containsExactly(kept);
        directory.removeSigningKeys(kept.createdAt().plusMillis(1));
        assertThat(directory.signingKeys()).isEmpty();
    }

    @Test
    void ofSeveralThatWouldAddASigningKeyTheLateOnesAddNone() {
        try (Directory another = engine.database().openDirectory(new SettableClock(NOON))) {
            assertThat(another.addSigningKey(key("k1", NOON), NOON)).isTrue();
            assertThat(directory.addSigningKey(key("k2", NOON), NOON)).isFalse();
            assertThat(directory.signingKeys()).isEqualTo(another.signingKeys()).containsExactly(key("k1", NOON));
        }
    }

    @Test
    void everythingIsThereAfterAReopening() {
        App app = app("demo-app", "hash-1", true, 0);
        directory.addApp(app);
        directory.addUser(user("u1", "1", "y1"));
        directory.addSigningKey(key("k1", NOON), NOON);
        directory.close();
        directory = engine.database().openDirectory(new SettableClock(NOON));

        assertThat(directory.apps()).containsExactly(app);
        assertThat(idsOf(directory.users(TENANT, "", 10))).containsExactly("u1");
        assertThat(directory.signingKeys()).containsExactly(key("k1", NOON));
    }

    private static App app(String key, String secretHash, boolean enabled, long tokenEpoch) {
        return new App(key, TENANT, Edition.E2023, secretHash, enabled, tokenEpoch, NOON);
    }

    private static AddUser user(String userId, String sumUserId, String account) {
        return Samples.user(Samples.CALLER, userId, sumUserId, account);
    }

    private static SigningKey key(String id, Instant createdAt) {
        byte[] bytes = ("the secret of " + id + ", 32 bytes").getBytes(StandardCharsets.US_ASCII);
        SecretKey secret = new SecretKeySpec(bytes, "HmacSHA256");
        return new SigningKey(id, secret, createdAt);
    }

    private static List<String> idsOf(List<User> users) {
        return users.stream().map(User::userId).toList();
    }
}
