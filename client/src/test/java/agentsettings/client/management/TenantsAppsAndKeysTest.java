package agentsettings.client.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.management.records.ClientApp;
import agentsettings.client.management.records.KeyRecord;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome.AlreadyExists;
import agentsettings.client.management.records.RecordOutcome.Created;
import agentsettings.client.management.records.RecordOutcome.Deleted;
import agentsettings.client.management.records.RecordOutcome.Found;
import agentsettings.client.management.records.RecordOutcome.InUse;
import agentsettings.client.management.records.RecordOutcome.NotFound;
import agentsettings.client.management.records.RecordOutcome.NotModified;
import agentsettings.client.management.records.RecordOutcome.OfGet;
import agentsettings.client.management.records.RecordOutcome.Updated;
import agentsettings.client.management.records.RecordOutcome.VersionChanged;
import agentsettings.client.management.records.Tenant;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.Role;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.queries.Summary;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.PhoneNumber;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The operations on tenant spaces, apps and keys, against the real service. */
final class TenantsAppsAndKeysTest {

    private static final String TENANT = "202205116084";
    private static final TenantSpacePatch DEFAULTS =
            new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static ManagementClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, InstantSource.system());
        client = client(RunningServer.KEY);
    }

    private static ManagementClient client(ManagementKeyText key) {
        return new ManagementClient(
                ClientConfig.of(server.managementAddress()), key, InstantSource.system(), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void tenantSpacesAreCreatedFoundPatchedAndDeleted() {
        Tenants tenants = client.tenants();
        TenantSpacePatch values = new TenantSpacePatch(
                Edit.assign("Nord"),
                Edit.assign("DE"),
                Edit.assign(new PhoneNumber("+4930")),
                Edit.assign(NumberCheck.WARN));
        Versioned<Tenant> created = ((Created<Tenant>) tenants.create("300000000001", values)).now();
        assertThat(created.record())
                .isEqualTo(new Tenant(
                        "300000000001",
                        "Nord",
                        "DE",
                        new PhoneNumber("+4930"),
                        NumberCheck.WARN,
                        created.record().createdAt()));
        assertThat(tenants.create("300000000001", DEFAULTS)).isInstanceOf(AlreadyExists.class);
        assertThat(tenants.get("300000000001")).isEqualTo(new Found<>(created));
        assertThat(tenants.refresh("300000000001", created.tag())).isEqualTo(new NotModified<>());

        TenantSpacePatch patch = new TenantSpacePatch(Edit.keep(), Edit.assign(null), Edit.assign(null), Edit.keep());
        Versioned<Tenant> patched = ((Updated<Tenant>) tenants.patch("300000000001", patch, created.unchanged())).now();
        assertThat(patched.record().region()).isNull();
        assertThat(patched.record().accessCode()).isNull();
        assertThat(patched.record().name()).isEqualTo("Nord");
        assertThat(tenants.patch("300000000001", patch, created.unchanged()))
                .isEqualTo(new VersionChanged<>(Optional.of(patched)));
        assertThat(tenants.all().map(Tenant::id)).contains(TENANT, "300000000001");
        assertThat(tenants.list(Paging.first(1).counted()).total().orElseThrow())
                .isGreaterThan(1);

        assertThat(tenants.delete(TENANT, Condition.NONE)).isInstanceOf(InUse.class);
        assertThat(tenants.delete("300000000001", patched.unchanged())).isEqualTo(new Deleted<>());
        assertThat(tenants.get("300000000001")).isInstanceOf(NotFound.class);
    }

    @Test
    void aSummaryCountsUsersAndSettings() {
        Summary summary = client.tenants().summary(TENANT);
        assertThat(summary.users()).isGreaterThanOrEqualTo(20);
        assertThat(summary.usersWithoutSettings()).isLessThanOrEqualTo(summary.users());
        assertThatThrownBy(() -> client.tenants().summary("999999999999"))
                .isInstanceOf(RequestRejectedException.class)
                .hasMessageStartingWith("get summary: 404 not-found ");
    }

    @Test
    void appsAreCreatedFoundPatchedAndDeletedAndGetOtherSecrets() {
        Apps apps = client.apps();
        Versioned<ClientApp> created = ((Created<ClientApp>) apps.create("a+b/c", TENANT, Edition.E2023)).now();
        String secret = created.record().secret().orElseThrow();
        assertThat(created.toString()).contains("a+b/c").doesNotContain(secret);
        assertThat(apps.create("a+b/c", TENANT, Edition.E2025)).isInstanceOf(AlreadyExists.class);
        Versioned<ClientApp> found = ((Found<ClientApp>) apps.get("a+b/c")).now();
        assertThat(found.tag()).isEqualTo(created.tag());
        assertThat(found.record().secret()).isEmpty();
        assertThat(found.record().edition()).isEqualTo(Edition.E2023);
        assertThat(apps.refresh("a+b/c", found.tag())).isEqualTo(new NotModified<>());

        Versioned<ClientApp> other = ((Created<ClientApp>)
                        apps.createSecret("a+b/c", Optional.of(Duration.ofHours(1)), found.unchanged()))
                .now();
        assertThat(other.record().secret()).isPresent().isNotEqualTo(Optional.of(secret));
        assertThat(other.record().previousSecretUntil()).isPresent();
        assertThat(apps.createSecret("a+b/c", Optional.empty(), found.unchanged()))
                .isInstanceOf(VersionChanged.class);

        AppPatch patch = new AppPatch(Edit.assign(Edition.E2025), Edit.assign(false));
        Versioned<ClientApp> patched = ((Updated<ClientApp>) apps.patch("a+b/c", patch, other.unchanged())).now();
        assertThat(patched.record().enabled()).isFalse();
        assertThat(patched.record().edition()).isEqualTo(Edition.E2025);
        assertThat(apps.all(Optional.of(TENANT)).map(ClientApp::key)).contains("a+b/c", "demo-app");
        assertThat(apps.list(Optional.of("999999999999"), Paging.first(5)).items())
                .isEmpty();
        assertThat(apps.delete("a+b/c", Condition.NONE)).isEqualTo(new Deleted<>());
        assertThat(apps.createSecret("a+b/c", Optional.empty(), Condition.NONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void keysAreCreatedUsedAndRevoked() {
        Keys keys = client.keys();
        Instant end = Instant.parse("2099-01-01T00:00:00Z");
        KeyRecord.Issued issued = keys.create("a viewer", Role.VIEWER, Optional.of(TENANT), Optional.of(end));
        assertThat(issued.toString()).doesNotContain(issued.text().secret());
        assertThat(issued.key().expiresAt()).hasValue(end);
        String id = issued.key().id();
        assertThat(keys.get(id))
                .hasValueSatisfying(key -> assertThat(key.role()).isEqualTo(Role.VIEWER));
        assertThat(keys.all().map(KeyRecord::id)).contains(id, RunningServer.KEY.id());

        assertThat(keys.delete(id)).isTrue();
        assertThat(keys.delete(id)).isFalse();
        assertThat(keys.get(id)).isEmpty();
    }

    /** The service knows a new key within a second. */
    private static OfGet<Tenant> firstRead(ManagementClient reader) {
        while (true) {
            try {
                return reader.tenants().get(TENANT);
            } catch (RequestRejectedException unknown) {
                assertThat(unknown.details().code()).hasValue("not-authenticated");
            }
        }
    }

    @Test
    @Timeout(60)
    void aKeyWithoutTheRightAndAKeyThatIsNoneAreRejected() {
        KeyRecord.Issued viewer = client.keys().create("v", Role.VIEWER, Optional.empty(), Optional.empty());
        try (ManagementClient reader = client(viewer.text())) {
            assertThat(firstRead(reader)).isInstanceOf(Found.class);
            assertThatThrownBy(() -> reader.tenants().create("300000000009", DEFAULTS))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessageStartingWith("create tenant: 403 not-permitted ");
        }
        try (ManagementClient stranger = client(ManagementKeyText.random())) {
            assertThatThrownBy(() -> stranger.tenants().all().count())
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessageStartingWith("list tenants: 401 not-authenticated ");
        }
    }
}
