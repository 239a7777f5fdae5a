package agentsettings.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How app secrets are hashed, and where the key is kept. */
final class SecretHashesTest {

    @TempDir
    private Path folder;

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("hash.key");
        String hash = SecretHashes.withKeyIn(file).hash("secret");
        assertThat(SecretHashes.withKeyIn(file).matches("secret", hash)).isTrue();
        assertThat(SecretHashes.withKeyIn(file).matches("Secret", hash)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        String one = SecretHashes.withKeyIn(folder.resolve("one.key")).hash("secret");
        String two = SecretHashes.withKeyIn(folder.resolve("two.key")).hash("secret");
        assertThat(one).isNotEqualTo(two).doesNotContain("secret");
    }

    @Test
    void processesThatMakeTheKeyAtOnceAgreeOnOne() {
        Path file = folder.resolve("hash.key");
        Set<String> hashes = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 64)
                .parallel()
                .forEach(i -> hashes.add(SecretHashes.withKeyIn(file).hash("secret")));
        assertThat(hashes).hasSize(1);
    }

    @Test
    void aDamagedKeyIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("hash.key"), new byte[3]);
        assertThatThrownBy(() -> SecretHashes.withKeyIn(file)).hasMessageContaining("hash.key must hold 32 bytes");
    }
}
