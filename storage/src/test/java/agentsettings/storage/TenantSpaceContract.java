package agentsettings.storage;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.App;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.store.ChangeOutcome.Changed;
import agentsettings.core.store.ChangeOutcome.ConditionFailed;
import agentsettings.core.store.ChangeOutcome.Missing;
import agentsettings.core.store.RemovalOutcome;
import agentsettings.core.store.Store;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tenant spaces: each exists once, changes under its version, and goes only when nothing belongs to it. */
public abstract class TenantSpaceContract extends DirectoryFixture {

    private static final TenantSpacePatch NOTHING =
            new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());

    @Test
    void tenantSpacesAreListedByIdAsTheyWereAdded() {
        assertThat(directory.addTenantSpace(space(OTHER_TENANT))).isTrue();
        assertThat(directory.addTenantSpace(space(TENANT))).isTrue();
        assertThat(directory.addTenantSpace(space(TENANT))).isFalse();
        reopen();
        assertThat(spaces()).containsExactly(space(TENANT), space(OTHER_TENANT));
        assertThat(directory.tenantSpace(OTHER_TENANT)).contains(space(OTHER_TENANT));
        assertThat(directory.tenantSpace("000000000000")).isEmpty();
    }

    @Test
    void theFirstAppOfATenantSpaceMakesItAndTheNextLeavesItAsItIs() {
        directory.addApp(app("a"));
        assertThat(directory.tenantSpace(TENANT))
                .contains(new TenantSpace(TENANT, "", null, null, NumberCheck.OFF, NOON, 1));
        directory.changeTenantSpace(TENANT, naming("Support"), Condition.NONE);
        directory.addApp(app("b"));
        assertThat(directory.tenantSpace(TENANT).orElseThrow().name()).isEqualTo("Support");
    }

    @Test
    void aPatchChangesWhatItAssignsAndTakesAwayWhatIsNull() {
        directory.addTenantSpace(space(TENANT));
        TenantSpacePatch patch = new TenantSpacePatch(
                Edit.keep(), Edit.assign(null), Edit.assign(null), Edit.assign(NumberCheck.ENFORCE));
        TenantSpace expected = new TenantSpace(TENANT, "Støtte Øst", null, null, NumberCheck.ENFORCE, NOON, 2);
        assertThat(directory.changeTenantSpace(TENANT, patch, Condition.NONE)).isEqualTo(new Changed<>(expected));
        assertThat(directory.tenantSpace(TENANT)).contains(expected);
    }

    @Test
    void aPatchThatChangesNothingLeavesTheVersion() {
        directory.addTenantSpace(space(TENANT));
        assertThat(directory.changeTenantSpace(TENANT, NOTHING, Condition.NONE))
                .isEqualTo(new Changed<>(space(TENANT)));
        assertThat(directory.changeTenantSpace(OTHER_TENANT, NOTHING, Condition.NONE))
                .isEqualTo(new Missing<>());
    }

    @Test
    void aChangeThatExpectsAnotherVersionIsRefusedWithTheTenantSpaceAsItIs() {
        directory.addTenantSpace(space(TENANT));
        Condition first = new Condition.Version(Set.of(space(TENANT).tag()));
        assertThat(directory.changeTenantSpace(TENANT, naming("a"), first)).isInstanceOf(Changed.class);
        TenantSpace current = directory.tenantSpace(TENANT).orElseThrow();
        assertThat(directory.changeTenantSpace(TENANT, naming("b"), first)).isEqualTo(new ConditionFailed<>(current));
        assertThat(directory.removeTenantSpace(TENANT, first)).isEqualTo(new RemovalOutcome.ConditionFailed<>(current));
        assertThat(directory.removeTenantSpace(TENANT, new Condition.Version(Set.of(current.tag()))))
                .isEqualTo(new RemovalOutcome.Removed<>(current));
    }

    @Test
    void aTagOfATenantSpaceThatWasRemovedDoesNotFitItsSuccessor() {
        directory.addTenantSpace(space(TENANT));
        directory.removeTenantSpace(TENANT, Condition.NONE);
        directory.addTenantSpace(
                TenantSpace.ofApp(new App("a", TENANT, Edition.E2023, "", null, true, 0, NOON.plusMillis(1), 1)));
        Condition old = new Condition.Version(Set.of(space(TENANT).tag()));
        assertThat(directory.changeTenantSpace(TENANT, naming("b"), old)).isInstanceOf(ConditionFailed.class);
    }

    @Test
    void ofThoseWhoChangeOneVersionAtOnceExactlyOneSucceeds() throws Exception {
        directory.addTenantSpace(space(TENANT));
        for (int round = 0; round < 20; round++) {
            Condition version = new Condition.Version(
                    Set.of(directory.tenantSpace(TENANT).orElseThrow().tag()));
            String name = "round " + round + " by ";
            var outcomes = atOnce(4, (own, i) -> own.changeTenantSpace(TENANT, naming(name + i), version));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof Changed)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof ConditionFailed)
                    .hasSize(3);
        }
        assertThat(directory.tenantSpace(TENANT).orElseThrow().version()).isEqualTo(21);
    }

    @Test
    void noneOfManyUnconditionalChangesIsLost() throws Exception {
        directory.addTenantSpace(space(TENANT));
        atOnce(4, (own, i) -> {
            for (int change = 0; change < 10; change++) {
                own.changeTenantSpace(TENANT, naming(i + "." + change), Condition.NONE);
            }
            return i;
        });
        assertThat(directory.tenantSpace(TENANT).orElseThrow().version()).isEqualTo(41);
    }

    @Test
    void aTenantSpaceIsRemovedOnlyWhenItHoldsNothing() {
        directory.addApp(app("a"));
        directory.addApp(app("b"));
        directory.addManagementKey(key("aaaaaaaa", TENANT));
        directory.addManagementKey(key("bbbbbbbb", null));
        try (Store store = engine.open(new SettableClock(NOON))) {
            store.write(Samples.user(Samples.CALLER, Samples.USER, Samples.SUM_USER, "y111"))
                    .toCompletableFuture()
                    .join();
        }
        assertThat(directory.removeTenantSpace(TENANT, Condition.NONE))
                .isEqualTo(new RemovalOutcome.InUse<>(2, 1, 1, 0, 0));
        assertThat(directory.removeTenantSpace(OTHER_TENANT, Condition.NONE)).isEqualTo(new RemovalOutcome.Missing<>());
        directory.addTenantSpace(space(OTHER_TENANT));
        assertThat(directory.removeTenantSpace(OTHER_TENANT, Condition.NONE))
                .isEqualTo(new RemovalOutcome.Removed<>(space(OTHER_TENANT)));
        assertThat(spaces()).extracting(TenantSpace::id).containsExactly(TENANT);
    }

    private List<TenantSpace> spaces() {
        return directory.tenantSpaces(unreadable -> {
            throw new AssertionError(unreadable);
        });
    }

    private static TenantSpacePatch naming(String name) {
        return new TenantSpacePatch(Edit.assign(name), Edit.keep(), Edit.keep(), Edit.keep());
    }
}
