package agentsettings.client.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.client.ClientConfig;
import agentsettings.client.RunningServer;
import agentsettings.client.management.numbers.NumberRecord;
import agentsettings.client.management.numbers.UsesThen;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.NotModified;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Settings;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.numbers.NumberField;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations on allotted numbers, against the real service. */
final class AllottedNumbersTest {

    private static final String TENANT = "202205116084";
    private static final UserKey USER = new UserKey(TENANT, RunningServer.user(1));
    private static final Set<NumberKind> BOTH = Set.of(NumberKind.DISPLAY, NumberKind.SOFTPHONE);

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static ManagementClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, InstantSource.system());
        client = new ManagementClient(
                ClientConfig.of(server.managementAddress()),
                RunningServer.KEY,
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static NumberKey key(String digits) {
        return new NumberKey(TENANT, new PhoneNumber(digits));
    }

    private static OutboundSettings display(String digits) {
        return new OutboundSettings(null, List.of(new PhoneNumber(digits)), null, null, null);
    }

    @Test
    void numbersAreAllottedFoundPatchedAndTakenBack() {
        AllottedNumbers numbers = client.numbers();
        Versioned<NumberRecord> created = ((Created<NumberRecord>) numbers.create(key("+4930#1"), BOTH, "Main")).now();
        assertThat(created.record().kinds()).containsExactly(NumberKind.DISPLAY, NumberKind.SOFTPHONE);
        assertThat(created.record().withdrawn()).isEmpty();
        assertThat(created.record().description()).isEqualTo("Main");
        assertThat(numbers.create(key("+4930#1"), BOTH, "")).isInstanceOf(AlreadyExists.class);
        assertThat(numbers.get(key("+4930#1"))).isEqualTo(new Found<>(created));
        assertThat(numbers.refresh(key("+4930#1"), created.tag())).isEqualTo(new NotModified<>());
        assertThat(numbers.all(new NumberFilter(TENANT, Optional.of("mAIN"), Optional.of(NumberKind.SOFTPHONE))))
                .containsExactly(created.record());

        NumberPatch patch = new NumberPatch(Edit.keep(), Edit.assign(null));
        Versioned<NumberRecord> patched = ((Updated<NumberRecord>)
                        numbers.patch(key("+4930#1"), patch, Optional.empty(), created.unchanged()))
                .now();
        assertThat(patched.record().description()).isEmpty();
        assertThat(numbers.patch(key("+4930#1"), patch, Optional.empty(), created.unchanged()))
                .isEqualTo(new VersionChanged<>(Optional.of(patched)));
        assertThat(numbers.delete(key("+4930#1"), Optional.empty(), patched.unchanged()))
                .isEqualTo(new Deleted<>());
        assertThat(numbers.get(key("+4930#1"))).isInstanceOf(NotFound.class);
        assertThat(numbers.delete(key("+4930#1"), Optional.empty(), Condition.NONE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aNumberInUseGoesWithItsUsesClearedOrKept() {
        AllottedNumbers numbers = client.numbers();
        numbers.create(key("301"), BOTH, "");
        client.settings().put(USER, display("301"), Condition.NONE);
        assertThat(numbers.allUses(key("301"))).singleElement().satisfies(use -> {
            assertThat(use.userId()).isEqualTo(USER.userId());
            assertThat(use.fields()).containsExactly(NumberField.DISPLAY_NUMBERS);
        });
        assertThat(numbers.uses(key("301"), Paging.first(1).counted()).total()).hasValue(1);
        assertThat(numbers.delete(key("301"), Optional.empty(), Condition.NONE)).isInstanceOf(InUse.class);
        NumberPatch softphone = new NumberPatch(Edit.assign(Set.of(NumberKind.SOFTPHONE)), Edit.keep());
        assertThat(numbers.patch(key("301"), softphone, Optional.empty(), Condition.NONE))
                .isInstanceOf(InUse.class);
        assertThat(numbers.patch(key("301"), softphone, Optional.of(UsesThen.KEEP), Condition.NONE))
                .isInstanceOf(Updated.class);
        assertThat(numbers.delete(key("301"), Optional.of(UsesThen.CLEAR), Condition.NONE))
                .isEqualTo(new Deleted<>());
        assertThat(client.settings().get(USER))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(((Settings) found.now().record())
                                        .values()
                                        .displayNumbers())
                                .isEmpty());
        client.settings().delete(USER, Condition.NONE);
    }

    @Test
    void aWarningComesWithTheSettings() {
        check(NumberCheck.WARN);
        try {
            Settings written = ((Created<Settings>) client.settings()
                            .put(new UserKey(TENANT, RunningServer.user(2)), display("77"), Condition.NONE))
                    .now()
                    .record();
            assertThat(written.warnings())
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.toString())
                            .startsWith("/displayNumbers/0: is not allotted to the tenant space"));
        } finally {
            check(NumberCheck.OFF);
        }
    }

    private static void check(NumberCheck check) {
        TenantSpacePatch patch = new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.assign(check));
        assertThat(client.tenants().patch(TENANT, patch, Condition.NONE)).isInstanceOf(Updated.class);
    }
}
