package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.Role;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.KeyAddition;
import agentsettings.server.secrets.SecretHashKey;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.KeyAuthentication.Authenticated;
import agentsettings.server.security.KeyAuthentication.Refused;
import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which management keys are accepted, for how long, and what is known of their use. */
final class KeyAuthenticatorTest {

    private static final String CLIENT = "192.0.2.1";
    private static final KeyAuthentication NOT_VALID = new Refused("Authorization: the management key is not valid.");
    private static final KeyAuthentication MALFORMED =
            new Refused("Authorization: must be \"Bearer\", a space and a management key.");

    @TempDir
    private Path folder;

    private final ManagementKeyText text = ManagementKeyText.random();
    private DataFolder data;
    private Database database;
    private Node node;
    private SecretHashes hashes;
    private KeyAuthenticator authenticator;

    @BeforeEach
    void start() {
        data = new DataFolder(folder.resolve("data"));
        database = SqliteDatabase.openShared(data);
        database.migrate();
        node = new Node(database);
        hashes = new SecretHashKey(data.secretHashKey()).hashesFor(node.directory, "the database");
        authenticator = new KeyAuthenticator(node.appCache, hashes, node.clock);
        add(text, null);
        node.appCache.refresh();
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aKeyIsAcceptedAsItWasMade() {
        assertThat(authenticate(text)).isEqualTo(new Authenticated(stored()));
        assertThat(authenticator.authenticate("bearer   " + text.reveal(), CLIENT))
                .isInstanceOf(Authenticated.class);
    }

    @Test
    void anUnknownKeyAndAWrongSecretAreRefusedAlike() {
        assertThat(authenticate(ManagementKeyText.random())).isEqualTo(NOT_VALID);
        assertThat(authenticate(new ManagementKeyText(
                        text.id(), ManagementKeyText.random().secret())))
                .isEqualTo(NOT_VALID);
        assertThat(authenticate(new ManagementKeyText("aaaaaaaa", text.secret())))
                .isEqualTo(NOT_VALID);
        assertThat(authenticator.authenticate("Bearer " + text.reveal() + "0", CLIENT))
                .isEqualTo(NOT_VALID);
    }

    @Test
    void whatIsNoManagementKeyIsRefused() {
        String key = text.reveal();
        for (String malformed : List.of(
                key,
                "Basic " + key,
                "Bearer",
                "Bearer ",
                "Bearer" + key,
                "Bearer ask_",
                "Bearer x" + key,
                "Bearer \t" + key,
                "Bearer \u001e" + key,
                "Bearer ASK_" + key.substring(4),
                "Bearer " + key.substring(0, 30),
                "Bearer " + key + " ",
                "Bearer " + key + "\u00e9",
                "Bearer ask_" + text.id().toUpperCase(Locale.ROOT) + "_" + text.secret(),
                "Bearer ask_a_b_c_d__" + text.secret(),
                "Bearer " + key + "x".repeat(10_000),
                " ".repeat(10_000),
                "Bearer " + " ".repeat(10_000))) {
            assertThat(authenticator.authenticate(malformed, CLIENT)).isEqualTo(MALFORMED);
        }
        for (String missing : new String[] {null, ""}) {
            assertThat(authenticator.authenticate(missing, CLIENT))
                    .isEqualTo(new Refused("Authorization: is required."));
        }
    }

    @Test
    void aRevokedKeyIsRefusedFromTheNextRefreshOn() {
        try (Directory other = database.openDirectory()) {
            other.removeManagementKey(text.id());
        }
        node.appCache.refresh();
        assertThat(authenticate(text)).isEqualTo(NOT_VALID);
    }

    @Test
    void aKeyEndsAtItsTimeWhateverWasCached() {
        ManagementKeyText ending = ManagementKeyText.random();
        add(ending, node.clock.instant().plusSeconds(60));
        node.goOn(Duration.ofSeconds(60).minusMillis(1));
        assertThat(authenticate(ending)).isInstanceOf(Authenticated.class);
        node.clock.goOn(Duration.ofMillis(1));
        assertThat(authenticate(ending)).isEqualTo(new Refused("Authorization: the management key has expired."));
        assertThat(authenticate(new ManagementKeyText(ending.id(), text.secret())))
                .isEqualTo(NOT_VALID);
    }

    @Test
    void aKeyThatWasProvenElsewhereIsUsableUntilItEndsOrIsRevoked() {
        ManagementKeyText ending = ManagementKeyText.random();
        add(ending, node.clock.instant().plusSeconds(60));
        node.appCache.refresh();
        assertThat(authenticator.usable(text.id())).contains(stored());
        assertThat(authenticator.usable(ending.id())).isPresent();

        node.goOn(Duration.ofSeconds(60));
        assertThat(authenticator.usable(ending.id())).isEmpty();
        node.directory.removeManagementKey(text.id());
        node.appCache.refresh();
        assertThat(authenticator.usable(text.id())).isEmpty();
        assertThat(authenticator.usable("")).isEmpty();
    }

    @Test
    void useIsRecordedOncePerHourByTheRefreshAndNeverBefore() throws SQLException {
        Instant hour = node.clock.instant();
        count("CREATE TABLE writes (n INTEGER)");
        count("CREATE TRIGGER t AFTER UPDATE ON management_key BEGIN INSERT INTO writes VALUES (1); END");
        for (int minute = 0; minute < 60; minute++) {
            authenticate(text);
            assertThat(stored().lastUsedAt()).isEqualTo(minute == 0 ? null : hour);
            node.goOn(Duration.ofMinutes(1));
        }
        assertThat(count("SELECT count(*) FROM writes")).isEqualTo(1);
        authenticate(text);
        node.appCache.refresh();
        assertThat(stored().lastUsedAt()).isEqualTo(hour.plusSeconds(3600));
        authenticate(new ManagementKeyText(text.id(), "0".repeat(64)));
        node.goOn(Duration.ofHours(2));
        assertThat(count("SELECT count(*) FROM writes")).isEqualTo(2);
    }

    @Test
    void aKeyWhoseRowIsInvalidIsRefusedAlone() throws SQLException {
        ManagementKeyText broken = ManagementKeyText.random();
        add(broken, null);
        count("UPDATE management_key SET role = 'root' WHERE key_id = '" + broken.id() + "'");
        node.appCache.refresh();
        assertThat(authenticate(broken)).isEqualTo(NOT_VALID);
        assertThat(authenticate(text)).isInstanceOf(Authenticated.class);
    }

    @Test
    void onceTheDatabaseIsMadeADemoANodeThatServesNoneAcceptsNoKey() {
        node.directory.addFact(DatabaseFact.DEMO, "");
        node.appCache.refresh();
        assertThat(authenticate(text)).isEqualTo(NOT_VALID);
    }

    @Test
    void theDemosKeyIsRefusedAlsoWhenTheMarkOfTheDemoIsGone() {
        add(KeyAuthenticator.DEMO_KEY, null);
        node.appCache.refresh();
        assertThat(authenticate(KeyAuthenticator.DEMO_KEY)).isEqualTo(NOT_VALID);
        try (AppCache demo = new AppCache(node.directory, true, Node.KEY_LIFE, node.clock)) {
            assertThat(new KeyAuthenticator(demo, hashes, node.clock)
                            .authenticate("Bearer ask_demoadmn_demo-management-key-for-local-use-only", CLIENT))
                    .isInstanceOf(Authenticated.class);
        }
    }

    @Test
    void theHashOfAnAppsSecretIsOfNoUseAsThatOfAKey() throws SQLException {
        count("UPDATE management_key SET secret_hash = '" + hashes.hash(text.reveal()) + "'");
        node.appCache.refresh();
        assertThat(authenticate(text)).isEqualTo(NOT_VALID);
    }

    @Test
    void noSecretIsInAResultOrInTheDatabase() throws SQLException {
        assertThat(text.toString()).doesNotContain(text.secret());
        assertThat(authenticate(text).toString()).doesNotContain(text.secret(), stored().secretHash());
        assertThat(stored().secretHash()).hasSize(64).isNotEqualTo(text.secret());
    }

    private KeyAuthentication authenticate(ManagementKeyText key) {
        return authenticator.authenticate("Bearer " + key.reveal(), CLIENT);
    }

    private void add(ManagementKeyText key, Instant expiresAt) {
        ManagementKey row = new ManagementKey(
                key.id(), "ops", Role.ADMIN, null, hashes.hash(key), node.clock.instant(), expiresAt, null);
        assertThat(node.directory.addManagementKey(row)).isEqualTo(KeyAddition.ADDED);
    }

    private ManagementKey stored() {
        return node.directory.managementKeys(_ -> {}).stream()
                .filter(key -> key.id().equals(text.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Executes the statement and returns the number that it selects, or 0. */
    private long count(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.path().resolve("agentsettings.db"));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.getLong(1);
            }
        }
    }
}
