package agentsettings.core.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which management keys there can be, what their text is, and that no string form shows a secret. */
final class ManagementKeyTest {

    private static final String TENANT = "202205116084";
    private static final String SECRET = "s".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdefg", "abcdefghi", "ABCDEFGH", "abcdefg_", "abcdefg ", "äbcdefgh", "１２３４５６７８"})
    void anIdHasEightLowerCaseLettersAndDigits(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(id, TENANT, null))
                .withMessageStartingWith("key: must be the 8 lower-case letters and digits")
                .withMessageNotContaining(id.isEmpty() ? SECRET : id);
        assertThat(ManagementKeyText.parse("ask_" + id + "_" + SECRET)).isEmpty();
    }

    @Test
    void theTextHasTheIdAndTheSecret() {
        ManagementKeyText text = ManagementKeyText.parse("ask_demoadmn_demo-management-key-for-local-use-only")
                .orElseThrow();
        assertThat(text).isEqualTo(new ManagementKeyText("demoadmn", "demo-management-key-for-local-use-only"));
        assertThat(text.reveal()).isEqualTo("ask_demoadmn_demo-management-key-for-local-use-only");
        assertThat(ManagementKeyText.parse("ask_abcdefgh_" + "_".repeat(32))
                        .orElseThrow()
                        .secret())
                .isEqualTo("_".repeat(32));
    }

    @Test
    void aSecretHasAtLeast32CharactersAndAKeyAtMost256() {
        assertThat(ManagementKeyText.parse("ask_abcdefgh_" + SECRET)).isPresent();
        assertThat(ManagementKeyText.parse("ask_abcdefgh_" + SECRET.substring(1)))
                .isEmpty();
        assertThat(ManagementKeyText.parse("ask_abcdefgh_" + "s".repeat(243))).isPresent();
        assertThat(ManagementKeyText.parse("ask_abcdefgh_" + "s".repeat(244))).isEmpty();
    }

    @Test
    void randomKeysDifferAndCanBeParsed() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ManagementKeyText text = ManagementKeyText.random();
            assertThat(ManagementKeyText.parse(text.reveal())).contains(text);
            ids.add(text.id());
        }
        assertThat(ids).hasSize(1000);
    }

    @Test
    void aKeyHasAccessToItsTenantSpaceOrToAll() {
        assertThat(key("abcdefgh", TENANT, null).hasAccessTo(TENANT)).isTrue();
        assertThat(key("abcdefgh", TENANT, null).hasAccessTo("202205119999")).isFalse();
        assertThat(key("abcdefgh", null, null).hasAccessTo("202205119999")).isTrue();
    }

    @Test
    void aKeyEndsAtItsTimeAndNotBefore() {
        ManagementKey ending = key("abcdefgh", null, Instant.ofEpochSecond(9));
        assertThat(ending.isExpired(Instant.ofEpochSecond(9).minusMillis(1))).isFalse();
        assertThat(ending.isExpired(Instant.ofEpochSecond(9))).isTrue();
        assertThat(key("abcdefgh", null, null).isExpired(Instant.MAX)).isFalse();
    }

    @Test
    void eachRoleIncludesThoseBeforeIt() {
        assertThat(Role.ADMIN.includes(Role.EDITOR)).isTrue();
        assertThat(Role.EDITOR.includes(Role.EDITOR)).isTrue();
        assertThat(Role.VIEWER.includes(Role.EDITOR)).isFalse();
    }

    @Test
    void noStringFormShowsASecretOrItsHash() {
        assertThat(key("abcdefgh", TENANT, null)).hasToString("ManagementKey[abcdefgh, EDITOR, tenant " + TENANT + "]");
        assertThat(new ManagementKeyText("abcdefgh", SECRET)).hasToString("ask_abcdefgh_***");
        assertThat(new App.PreviousSecret("a-hash", Instant.EPOCH).toString()).doesNotContain("a-hash");
    }

    private static ManagementKey key(String id, String tenantId, Instant expiresAt) {
        return new ManagementKey(id, "ops", Role.EDITOR, tenantId, "a-hash", Instant.EPOCH, expiresAt, null);
    }
}
