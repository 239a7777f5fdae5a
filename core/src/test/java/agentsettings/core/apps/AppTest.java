package agentsettings.core.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An app has a key of printable ASCII, a tenant space of 12 digits, and a string form without the secret. */
class AppTest {

    private static final String TENANT = "202205116084";

    @Test
    void aCallerHasTheTenantSpaceOfItsApp() {
        assertThat(app("demo-app", TENANT).caller(NumberCheck.OFF)).isEqualTo(Caller.ofApp(TENANT, "demo-app"));
    }

    @Test
    void aKeyHasUpTo64Characters() {
        assertThat(app("k".repeat(64), TENANT).key()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app("k".repeat(65), TENANT))
                .withMessageContaining("key")
                .withMessageContaining("64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "\u007F", "😀"})
    void aKeyIsPrintableAsciiWithoutSpaces(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> app(key, TENANT)).withMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20220511608", "2022051160844", "20220511608a", " 20220511608", "２０２２０５１１６０８４"})
    void aTenantSpaceIsTwelveAsciiDigits(String tenantId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app("demo-app", tenantId))
                .withMessageContaining("tenant");
    }

    @Test
    void theStringFormHasNoSecret() {
        byte[] secret = "Zq7wKv9xZq7wKv9xZq7wKv9xZq7wKv9x".getBytes(StandardCharsets.US_ASCII);
        SigningKey key = new SigningKey("k1", new SecretKeySpec(secret, "HmacSHA256"), Instant.EPOCH);

        assertThat(app("demo-app", TENANT).toString()).contains("demo-app").doesNotContain("a-secret-hash");
        assertThat(key).hasToString("SigningKey[k1]");
    }

    @ParameterizedTest
    @EnumSource
    void anEditionIsFoundByItsYear(Edition edition) {
        assertThat(Edition.of(edition.year())).contains(edition);
        assertThat(Edition.of(edition.year() + 1)).isEmpty();
    }

    private static App app(String key, String tenantId) {
        return new App(key, tenantId, Edition.E2025, "a-secret-hash", null, true, 0, Instant.EPOCH, 1);
    }
}
