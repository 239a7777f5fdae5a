package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.App.PreviousSecret;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.Edit;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeOutcome.Changed;
import agentsettings.core.store.ChangeOutcome.ConditionFailed;
import agentsettings.core.store.ChangeOutcome.Missing;
import agentsettings.core.store.KeyAddition;
import agentsettings.core.store.RemovalOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How apps change and go, and management keys come, are used and go. */
public abstract class AppAndKeyContract extends DirectoryFixture {

    private static final Instant LATER = NOON.plusSeconds(3600);

    @Test
    void anAppsEditionChangesWithoutRevokingItsTokens() {
        directory.addApp(app("a"));
        AppPatch patch = new AppPatch(Edit.assign(Edition.E2025), Edit.keep());
        App expected = new App("a", TENANT, Edition.E2025, "hash of a", null, true, 3, NOON, 2);
        assertThat(directory.changeApp("a", patch, Condition.NONE)).isEqualTo(new Changed<>(expected));
        assertThat(directory.app("a")).contains(expected);
        assertThat(directory.changeApp("none", patch, Condition.NONE)).isEqualTo(new Missing<>());
    }

    @Test
    void enablingAnEnabledAppChangesNothing() {
        directory.addApp(app("a"));
        assertThat(directory.setEnabled("a", true)).isTrue();
        assertThat(directory.app("a")).contains(app("a"));
    }

    @Test
    void anAppChangesOnlyInTheVersionThatIsExpected() {
        directory.addApp(app("a"));
        Condition first = new Condition.Version(Set.of(app("a").tag()));
        directory.changeApp("a", AppPatch.ofEnabled(false), first);
        App current = directory.app("a").orElseThrow();
        assertThat(directory.changeApp("a", AppPatch.ofEnabled(true), first)).isEqualTo(new ConditionFailed<>(current));
        assertThat(directory.replaceSecret("a", "other", Optional.empty(), first))
                .isEqualTo(new ConditionFailed<>(current));
        assertThat(directory.removeApp("a", first)).isEqualTo(new RemovalOutcome.ConditionFailed<>(current));
        assertThat(directory.app("a")).contains(current);
    }

    @Test
    void withAGraceTheSecretBeforeIsKeptAndTokensStay() {
        directory.addApp(app("a"));
        assertThat(directory.replaceSecret("a", "second", Optional.of(LATER), Condition.NONE))
                .isInstanceOf(Changed.class);
        App rotated = directory.app("a").orElseThrow();
        assertThat(rotated.previousSecret()).isEqualTo(new PreviousSecret("hash of a", LATER));
        assertThat(rotated.secretHash()).isEqualTo("second");
        assertThat(rotated.tokenEpoch()).isEqualTo(3);
        assertThat(rotated.previousSecretHash(LATER.minusMillis(1))).contains("hash of a");
        assertThat(rotated.previousSecretHash(LATER)).isEmpty();

        directory.replaceSecret("a", "third", Optional.of(LATER.plusMillis(1)), Condition.NONE);
        assertThat(directory.app("a").orElseThrow().previousSecret())
                .isEqualTo(new PreviousSecret("second", LATER.plusMillis(1)));
    }

    @Test
    void withoutAGraceNoOtherSecretIsKeptAndTokensAreRevoked() {
        directory.addApp(app("a"));
        directory.replaceSecret("a", "second", Optional.of(LATER), Condition.NONE);
        directory.replaceSecret("a", "third");
        App rotated = directory.app("a").orElseThrow();
        assertThat(rotated).isEqualTo(new App("a", TENANT, Edition.E2023, "third", null, true, 4, NOON, 3));
    }

    @Test
    void aRemovedAppIsGoneAndItsTenantSpaceStays() {
        directory.addApp(app("a"));
        assertThat(directory.removeApp("a", Condition.NONE)).isEqualTo(new RemovalOutcome.Removed<>(app("a")));
        assertThat(directory.removeApp("a", Condition.NONE)).isEqualTo(new RemovalOutcome.Missing<>());
        assertThat(directory.apps()).isEmpty();
        assertThat(directory.tenantSpace(TENANT)).isPresent();
    }

    @Test
    void managementKeysAreListedByIdAsTheyWereAdded() {
        directory.addTenantSpace(space(TENANT));
        ManagementKey ofAll = new ManagementKey("aaaaaaaa", "Ann Özil", Role.ADMIN, null, "hash", NOON, null, null);
        assertThat(directory.addManagementKey(key("bbbbbbbb", TENANT))).isEqualTo(KeyAddition.ADDED);
        assertThat(directory.addManagementKey(ofAll)).isEqualTo(KeyAddition.ADDED);
        assertThat(directory.addManagementKey(key("aaaaaaaa", TENANT))).isEqualTo(KeyAddition.ID_TAKEN);
        assertThat(directory.addManagementKey(key("cccccccc", OTHER_TENANT)))
                .isEqualTo(KeyAddition.UNKNOWN_TENANT_SPACE);
        reopen();
        assertThat(keys()).containsExactly(ofAll, key("bbbbbbbb", TENANT));
        assertThat(directory.managementKey("bbbbbbbb")).contains(key("bbbbbbbb", TENANT));
        assertThat(directory.managementKey("dddddddd")).isEmpty();
        assertThat(directory.removeManagementKey("aaaaaaaa")).isTrue();
        assertThat(directory.removeManagementKey("aaaaaaaa")).isFalse();
        assertThat(keys()).containsExactly(key("bbbbbbbb", TENANT));
    }

    @Test
    void theLastUseOfAKeyOnlyGoesForward() {
        directory.addManagementKey(key("aaaaaaaa", null));
        directory.addManagementKey(key("bbbbbbbb", null));
        directory.recordKeyUse(Map.of("aaaaaaaa", LATER, "zzzzzzzz", LATER));
        directory.recordKeyUse(Map.of("aaaaaaaa", NOON));
        assertThat(keys()).extracting(ManagementKey::lastUsedAt).containsExactly(LATER, null);
        directory.recordKeyUse(Map.of("aaaaaaaa", LATER.plusMillis(1), "bbbbbbbb", NOON));
        assertThat(keys()).extracting(ManagementKey::lastUsedAt).containsExactly(LATER.plusMillis(1), NOON);
    }
}
