package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.Directory;
import agentsettings.server.limits.TestClock;
import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the keys that sign tokens follow each other, on two nodes over one database. */
final class SigningKeysTest {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final Duration ACTIVATION_DELAY = KeyRing.ACTIVATION_DELAY;

    @TempDir
    private Path folder;

    private Database database;
    private Node here;
    private Node there;

    @BeforeEach
    void startTwoNodes() {
        database = SqliteDatabase.openShared(new DataFolder(folder.resolve("data")));
        database.migrate();
        TestClock clock = new TestClock();
        try (Directory directory = database.openDirectory()) {
            directory.addApp(new App("app", "202205116084", Edition.E2025, "hash", null, true, 0, clock.instant(), 1));
        }
        here = new Node(database);
        there = new Node(database);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void theFirstKeyIsMadeByOneNodeAndSignsAtOnceOnBoth() {
        assertThat(keysInDatabase()).hasSize(1);
        assertAcceptedEverywhere(here.issue("app"));
        assertAcceptedEverywhere(there.issue("app"));
    }

    @Test
    void aKeyIsFollowedByOneOtherWhenItsLifeIsOver() {
        SigningKey first = keysInDatabase().getFirst();
        bothGoOn(Node.KEY_LIFE);
        assertThat(keysInDatabase()).containsExactly(first);

        bothGoOn(TICK);
        assertThat(keysInDatabase()).hasSize(2).last().isEqualTo(first);
        bothGoOn(ACTIVATION_DELAY);
        assertThat(keysInDatabase()).hasSize(2);
    }

    @Test
    void aNewKeySignsOnlyWhenEveryNodeHasHadTheTimeToReadIt() throws ParseException {
        String first = here.signingKeyId("app");
        rotate();
        assertThat(here.signingKeyId("app")).isEqualTo(first);
        bothGoOn(ACTIVATION_DELAY.minus(TICK));
        assertThat(here.signingKeyId("app")).isEqualTo(first);

        bothGoOn(TICK);
        String second = keysInDatabase().getFirst().id();
        assertThat(second).isNotEqualTo(first);
        assertThat(here.signingKeyId("app")).isEqualTo(second);
        assertThat(there.signingKeyId("app")).isEqualTo(second);
    }

    @Test
    void tokensAreAcceptedByTheOtherNodeThroughoutARotation() {
        bothGoOn(Node.KEY_LIFE);
        for (int second = 0; second < 2 * ACTIVATION_DELAY.toSeconds(); second++) {
            here.goOn(Duration.ofSeconds(1));
            assertAcceptedEverywhere(here.issue("app"));
            assertAcceptedEverywhere(there.issue("app"));
            there.goOn(Duration.ofSeconds(1));
            assertAcceptedEverywhere(here.issue("app"));
            assertAcceptedEverywhere(there.issue("app"));
        }
        assertThat(keysInDatabase()).hasSize(2);
    }

    @Test
    void aNodeWhoseClockIsBehindAcceptsWhatANewKeySigns() throws ParseException {
        String first = here.signingKeyId("app");
        rotate();
        here.goOn(ACTIVATION_DELAY);
        assertThat(here.signingKeyId("app")).isNotEqualTo(first);
        assertThat(there.signingKeyId("app")).isEqualTo(first);
        assertAcceptedEverywhere(here.issue("app"));
        assertAcceptedEverywhere(there.issue("app"));
    }

    @Test
    void aTokenOutlivesItsKeyUntilItsOwnEnd() throws ParseException {
        rotate();
        bothGoOn(ACTIVATION_DELAY.minus(TICK));
        String token = here.issue("app");
        bothGoOn(Tokens.LIFE_MAX.minus(TICK));
        assertThat(here.signingKeyId("app"))
                .isEqualTo(keysInDatabase().getFirst().id());
        assertAcceptedEverywhere(token);

        bothGoOn(TICK);
        assertRefused(here, token, "has expired");
        assertRefused(there, token, "has expired");
    }

    @Test
    void aKeyIsRemovedWhenNoTokenCanNeedItAnyMore() {
        rotate();
        SigningKey second = keysInDatabase().getFirst();
        bothGoOn(KeyRotation.PREDECESSORS_EXPIRE_AFTER.minus(TICK));
        assertThat(keysInDatabase()).hasSize(2);

        bothGoOn(TICK);
        assertThat(keysInDatabase()).containsExactly(second);
        assertAcceptedEverywhere(here.issue("app"));
    }

    @Test
    void tokensOfARemovedKeyAreRefusedAndAnotherKeyTakesItsPlace() {
        String token = here.issue("app");
        assertAcceptedEverywhere(token);
        here.directory.removeSigningKeys(here.clock.instant().plus(TICK));
        bothGoOn(Duration.ZERO);

        assertRefused(here, token, "is not valid");
        assertRefused(there, token, "is not valid");
        assertThat(keysInDatabase()).hasSize(1);
        assertAcceptedEverywhere(here.issue("app"));
        assertAcceptedEverywhere(there.issue("app"));
    }

    private void rotate() {
        bothGoOn(Node.KEY_LIFE.plus(TICK));
    }

    private void bothGoOn(Duration time) {
        here.goOn(time);
        there.goOn(time);
    }

    private List<SigningKey> keysInDatabase() {
        return here.directory.signingKeys();
    }

    private void assertAcceptedEverywhere(String token) {
        assertThat(here.appKeyOf(token)).isEqualTo("app");
        assertThat(there.appKeyOf(token)).isEqualTo("app");
    }

    private static void assertRefused(Node node, String token, String why) {
        assertThat(node.verify(token)).isEqualTo(new Tokens.Verification.Invalid(why));
    }
}
