package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.apps.Actor;
import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.requests.RepeatableRequest;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node knows while its database fails and when it is back. */
final class AppCacheTest {

    private static final String HIDE_APPS = "ALTER TABLE app RENAME TO hidden";
    private static final String SHOW_APPS = "ALTER TABLE hidden RENAME TO app";
    private static final String REFUSE_KEYS =
            "CREATE TRIGGER full BEFORE INSERT ON signing_key BEGIN SELECT RAISE(FAIL, 'full'); END";
    private static final String ALLOW_KEYS = "DROP TRIGGER full";

    @TempDir
    private Path folder;

    private final Logger logger = Logger.getLogger(AppCache.class.getName());
    private final List<Level> logged = new ArrayList<>();
    private final Handler listener = listener();
    private DataFolder data;
    private Database database;
    private Node node;

    @BeforeEach
    void start() {
        data = new DataFolder(folder.resolve("data"));
        database = SqliteDatabase.openShared(data);
        database.migrate();
        node = new Node(database);
        addApp("old");
        node.appCache.refresh();
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(listener);
        logger.setUseParentHandlers(true);
        node.close();
        database.close();
    }

    @Test
    void whatWasReadLastStaysInForceUntilTheDatabaseIsBack() throws SQLException {
        String token = node.issue("old");
        addApp("new");
        inDatabase(HIDE_APPS);
        for (int i = 0; i < 3; i++) {
            node.appCache.refresh();
            assertThat(node.appKeyOf(token)).isEqualTo("old");
            assertThat(node.appKeyOf(node.issue("old"))).isEqualTo("old");
            assertThat(node.appCache.app("new")).isEmpty();
        }

        inDatabase(SHOW_APPS);
        node.appCache.refresh();
        assertThat(node.appKeyOf(token)).isEqualTo("old");
        assertThat(node.appCache.app("new")).isPresent();
    }

    @Test
    void aFailureIsLoggedWhenItBeginsAndWhenItIsOver() throws SQLException {
        for (int failure = 0; failure < 2; failure++) {
            inDatabase(HIDE_APPS);
            node.appCache.refresh();
            node.appCache.refresh();
            node.appCache.refresh();
            inDatabase(SHOW_APPS);
            node.appCache.refresh();
            node.appCache.refresh();
        }
        assertThat(logged).containsExactly(Level.WARNING, Level.INFO, Level.WARNING, Level.INFO);
    }

    @Test
    void appsAreFollowedEvenWhileNoKeyCanBeAdded() throws SQLException {
        inDatabase(REFUSE_KEYS);
        addApp("new");
        node.goOn(Node.KEY_LIFE.plusMillis(1));
        assertThat(node.appKeyOf(node.issue("new"))).isEqualTo("new");
        assertThat(node.directory.signingKeys()).hasSize(1);

        inDatabase(ALLOW_KEYS);
        node.goOn(Duration.ZERO);
        assertThat(node.directory.signingKeys()).hasSize(2);
    }

    @Test
    void withoutAnyKeyNoTokenIsIssuedUntilOneCanBeAdded() throws SQLException {
        inDatabase(REFUSE_KEYS);
        node.directory.removeSigningKeys(node.clock.instant().plusMillis(1));
        node.appCache.refresh();
        assertThatThrownBy(() -> node.issue("old")).isInstanceOf(StoreUnavailable.class);

        inDatabase(ALLOW_KEYS);
        node.appCache.refresh();
        assertThat(node.appKeyOf(node.issue("old"))).isEqualTo("old");
    }

    @Test
    void anAppThatCannotBeReadIsRefusedAloneAndTheOthersAreStillRevoked() throws SQLException {
        String token = node.issue("old");
        addApp("bad");
        addApp("bad-tenant");
        inDatabase("UPDATE app SET edition = 1999 WHERE app_key = 'bad'");
        inDatabase("UPDATE app SET tenant_id = '' WHERE app_key = 'bad-tenant'");
        try (Directory directory = database.openDirectory()) {
            directory.setEnabled("old", false);
        }
        addApp("new");
        node.appCache.refresh();
        node.appCache.refresh();
        assertThat(node.verify(token)).isEqualTo(new Tokens.Verification.Invalid("was revoked"));
        assertThat(node.appCache.app("new")).isPresent();
        assertThat(node.appCache.app("bad")).isEmpty();
        assertThat(logged).containsExactly(Level.SEVERE, Level.SEVERE);
    }

    @Test
    void aSigningKeyThatCannotBeUsedDoesNotDelayARevocation() throws SQLException {
        String token = node.issue("old");
        inDatabase("INSERT INTO signing_key VALUES ('short', x'00', 1)");
        try (Directory directory = database.openDirectory()) {
            directory.setEnabled("old", false);
        }
        node.appCache.refresh();
        assertThat(node.verify(token)).isEqualTo(new Tokens.Verification.Invalid("was revoked"));
    }

    @Test
    void onceTheDatabaseIsMadeADemoANodeThatServesNoneAcceptsNoApp() {
        String token = node.issue("old");
        node.directory.addFact(DatabaseFact.DEMO, "");
        addApp("demo-app");
        node.appCache.refresh();
        node.appCache.refresh();
        assertThat(node.appCache.app("demo-app")).isEmpty();
        assertThat(node.verify(token)).isEqualTo(new Tokens.Verification.Invalid("was revoked"));
        assertThat(logged).containsExactly(Level.SEVERE);
    }

    @Test
    void expiredRequestsAreRemovedEveryHour() {
        RepeatableRequest request = new RepeatableRequest(
                new Actor(Actor.Kind.MANAGEMENT_KEY, "aaaaaaaa"),
                new Idempotency("key-1", "body"),
                "nonce",
                node.clock.instant());
        node.directory.once(request, _ -> true, done -> done);
        node.goOn(Idempotency.LIFE.multipliedBy(2).minusHours(1));
        assertThat(database.rowCounts()).containsEntry("idempotency_key", 1L);
        node.goOn(Duration.ofHours(1));
        assertThat(database.rowCounts()).containsEntry("idempotency_key", 0L);
    }

    private void addApp(String key) {
        try (Directory directory = database.openDirectory()) {
            directory.addApp(
                    new App(key, "202205116084", Edition.E2025, "hash", null, true, 0, node.clock.instant(), 1));
        }
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.path().resolve("agentsettings.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Handler listener() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLevel());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
