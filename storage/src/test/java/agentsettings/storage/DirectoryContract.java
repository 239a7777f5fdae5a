package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.SigningKey;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The directory of apps and signing keys: what is put in comes out, in order, and what is taken is refused. */
public abstract class DirectoryContract extends DirectoryFixture {

    @Test
    void appsAreListedByKeyAsTheyWereAdded() {
        App second = app("b-app", "hash-b", true, 0);
        App first = new App("a-app", "202205119999", Edition.E2025, "hash-a", null, false, 7, NOON, 1);

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
        assertThat(directory.addApp(
                        new App("demo-app", "202205119999", Edition.E2025, "hash-3", null, true, 0, NOON, 1)))
                .isFalse();
        assertThat(directory.apps()).containsExactly(app);
    }

    @Test
    void disablingAndEnablingAnAppEachEndItsTokens() {
        directory.addApp(app("demo-app", "hash-1", true, 0));
        directory.addApp(app("other-app", "hash-2", true, 0));

        assertThat(directory.setEnabled("demo-app", false)).isTrue();
        assertThat(directory.apps())
                .containsExactly(changed("hash-1", false, 1, 2), app("other-app", "hash-2", true, 0));
        assertThat(directory.setEnabled("demo-app", true)).isTrue();
        assertThat(directory.apps().getFirst()).isEqualTo(changed("hash-1", true, 2, 3));
    }

    @Test
    void aNewSecretEndsTheAppsTokens() {
        directory.addApp(app("demo-app", "hash-1", true, 0));

        assertThat(directory.replaceSecret("demo-app", "hash-2")).isTrue();
        assertThat(directory.apps()).containsExactly(changed("hash-2", true, 1, 2));
    }

    @Test
    void whatIsAskedOfAnUnknownAppIsRefused() {
        assertThat(directory.setEnabled("nobody", true)).isFalse();
        assertThat(directory.replaceSecret("nobody", "hash")).isFalse();
        assertThat(directory.apps()).isEmpty();
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
        try (Directory another = engine.database().openDirectory()) {
            assertThat(another.addSigningKey(key("k1", NOON), NOON)).isTrue();
            assertThat(directory.addSigningKey(key("k2", NOON), NOON)).isFalse();
            assertThat(directory.signingKeys()).isEqualTo(another.signingKeys()).containsExactly(key("k1", NOON));
        }
    }

    @Test
    void aFactIsRecordedOnceAndForAllProcesses() {
        assertThat(directory.fact(DatabaseFact.SECRET_HASH_KEY)).isEmpty();
        assertThat(directory.addFact(DatabaseFact.SECRET_HASH_KEY, "one")).isTrue();
        assertThat(directory.addFact(DatabaseFact.DEMO, "")).isTrue();
        try (Directory another = engine.database().openDirectory()) {
            assertThat(another.addFact(DatabaseFact.SECRET_HASH_KEY, "two")).isFalse();
            assertThat(another.fact(DatabaseFact.SECRET_HASH_KEY)).contains("one");
            assertThat(another.fact(DatabaseFact.DEMO)).contains("");
        }
    }

    @Test
    void everythingIsThereAfterAReopening() {
        App app = app("demo-app", "hash-1", true, 0);
        directory.addApp(app);
        directory.addSigningKey(key("k1", NOON), NOON);
        reopen();

        assertThat(directory.apps()).containsExactly(app);
        assertThat(directory.signingKeys()).containsExactly(key("k1", NOON));
    }

    private static App app(String key, String secretHash, boolean enabled, long tokenEpoch) {
        return new App(key, TENANT, Edition.E2023, secretHash, null, enabled, tokenEpoch, NOON, 1);
    }

    /** The demo app after changes. */
    private static App changed(String secretHash, boolean enabled, long tokenEpoch, long version) {
        return new App("demo-app", TENANT, Edition.E2023, secretHash, null, enabled, tokenEpoch, NOON, version);
    }

    private static SigningKey key(String id, Instant createdAt) {
        byte[] bytes = ("the secret of " + id + ", 32 bytes").getBytes(StandardCharsets.US_ASCII);
        SecretKey secret = new SecretKeySpec(bytes, "HmacSHA256");
        return new SigningKey(id, secret, createdAt);
    }
}
