package agentsettings.server.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.store.DatabaseFact;
import agentsettings.core.store.Directory;
import agentsettings.storage.Database;
import agentsettings.storage.sqlite.SqliteDatabase;
import agentsettings.storage.sqlite.file.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the key that secrets are hashed with is made, and which keys are refused. */
final class SecretHashKeyTest {

    @TempDir
    private Path folder;

    private Path file;
    private Database database;
    private Directory directory;

    @BeforeEach
    void openAnEmptyDatabase() {
        file = folder.resolve("hash.key");
        database = SqliteDatabase.openShared(new DataFolder(folder));
        database.migrate();
        directory = database.openDirectory();
    }

    @AfterEach
    void close() {
        directory.close();
        database.close();
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        String hash = hashes(file).hash("secret");
        assertThat(hashes(file).matches("secret", hash)).isTrue();
        assertThat(hashes(file).matches("Secret", hash)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherKeyGivesAnotherHashAndAnotherFingerprint() {
        SecretHashes one = new SecretHashes(new byte[32]);
        byte[] other = new byte[32];
        other[31] = 1;
        SecretHashes two = new SecretHashes(other);
        assertThat(one.hash("secret")).isNotEqualTo(two.hash("secret")).doesNotContain("secret");
        assertThat(one.fingerprint()).hasSize(16).isNotEqualTo(two.fingerprint());
    }

    @Test
    void processesThatMakeTheKeyAtOnceAgreeOnOne() {
        Set<String> hashes = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64).parallel().forEach(i -> {
            try (Directory own = database.openDirectory()) {
                hashes.add(
                        new SecretHashKey(file).hashesFor(own, "the database").hash("secret"));
            }
        });
        assertThat(hashes).hasSize(1);
    }

    @Test
    void aDamagedKeyIsRefused() throws IOException {
        Files.write(file, new byte[3]);
        assertThatThrownBy(() -> hashes(file)).hasMessageContaining("hash.key must hold 32 bytes");
    }

    @Test
    void aMissingKeyIsRefusedAndNotReplaced() throws IOException {
        hashes(file);
        Files.delete(file);
        assertThatThrownBy(() -> hashes(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file + " is missing.")
                .hasMessageContaining("the secrets of the database")
                .hasMessageContaining("Copy it from a backup");
        assertThat(file).doesNotExist();
    }

    @Test
    void aMissingKeyIsRefusedAlsoWhenOnlyAnAppNeedsIt() {
        addApp("0".repeat(64));
        assertThatThrownBy(() -> hashes(file)).hasMessageContaining(file + " is missing.");
        assertThat(file).doesNotExist();
    }

    @Test
    void aMissingKeyIsRefusedAlsoWhenOnlyAManagementKeyNeedsIt() {
        directory.addManagementKey(
                new ManagementKey("aaaaaaaa", "ops", Role.VIEWER, null, "hash", Instant.EPOCH, null, null));
        assertThatThrownBy(() -> hashes(file)).hasMessageContaining(file + " is missing.");
        assertThat(file).doesNotExist();
    }

    @Test
    void aForeignKeyIsRefusedWithBothFingerprints() throws IOException {
        String expected = hashes(file).fingerprint();
        Path foreign = Files.write(folder.resolve("foreign.key"), new byte[32]);
        assertThatThrownBy(() -> hashes(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(foreign + " is not the key")
                .hasMessageContaining(new SecretHashes(new byte[32]).fingerprint())
                .hasMessageContaining("expected " + expected);
        assertThat(foreign).exists();
    }

    @Test
    void aKeyThatIsThereIsTakenByADatabaseThatKnowsNone() throws IOException {
        addApp("0".repeat(64));
        Files.write(file, new byte[32]);
        assertThat(directory.fact(DatabaseFact.SECRET_HASH_KEY)).isEmpty();
        String fingerprint = hashes(file).fingerprint();
        assertThat(directory.fact(DatabaseFact.SECRET_HASH_KEY)).contains(fingerprint);
    }

    @Test
    void aKeyIsMadeAgainWhenEverySecretAndTheFingerprintAreGone() {
        addApp("");
        assertThat(hashes(file).hash("secret")).isNotEmpty();
    }

    private SecretHashes hashes(Path path) {
        return new SecretHashKey(path).hashesFor(directory, "the database");
    }

    private void addApp(String secretHash) {
        directory.addApp(new App("app", "202205116084", Edition.E2025, secretHash, null, true, 0, Instant.EPOCH, 1));
    }
}
