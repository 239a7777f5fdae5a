package agentsettings.client.management;

import static agentsettings.client.RunningServer.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agentsettings.client.ClientConfig;
import agentsettings.client.Problem;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.client.management.records.ListPage;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.RecordOutcome;
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
import agentsettings.client.management.records.User;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.apps.Actor;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations on users, settings and histories, against the real service. */
final class ManagedRecordsTest {

    private static final String TENANT = "202205116084";
    private static final OutboundSettings VALUES = new OutboundSettings(
            CallType.PASS_THROUGH,
            List.of(new PhoneNumber("12323"), new PhoneNumber("+4930")),
            List.of(),
            new PhoneNumber("0012"),
            PhoneNumber.NONE);
    private static final OutboundSettings OTHERS = new OutboundSettings(CallType.DIRECT, null, null, null, null);

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

    private static UserKey key(int number) {
        return new UserKey(TENANT, user(number));
    }

    private static UserFilter usersNamed(String text) {
        return new UserFilter(TENANT, Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static SettingsFilter settingsWith(String number) {
        return new SettingsFilter(
                TENANT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                false);
    }

    private static <T> Versioned<T> now(RecordOutcome<T> outcome) {
        return switch (outcome) {
            case Found<T>(Versioned<T> now) -> now;
            case Created<T>(Versioned<T> now) -> now;
            case Updated<T>(Versioned<T> now) -> now;
            case VersionChanged<T>(Optional<Versioned<T>> now) -> now.orElseThrow();
            default -> throw new AssertionError(outcome);
        };
    }

    @Test
    void settingsArePutFoundPatchedAndDeleted() {
        UserSettings settings = client.settings();
        assertThat(settings.get(key(1))).isEqualTo(new NotFound<>("The user has no settings."));

        Versioned<Settings> first = now(settings.put(key(1), VALUES, new Condition.Absent()));
        assertThat(first.record().values()).isEqualTo(VALUES);
        assertThat(first.record().userId()).isEqualTo(user(1));
        assertThat(first.record().account()).isEqualTo("demo01");
        assertThat(first.record().version()).isEqualTo(1);
        assertThat(settings.get(key(1))).isEqualTo(new Found<>(first));

        SettingsPatch patch = new SettingsPatch(
                Edit.assign(null),
                Edit.keep(),
                Edit.assign(List.of(new PhoneNumber("7"))),
                Edit.keep(),
                Edit.assign(null));
        Versioned<Settings> second = now(settings.patch(key(1), patch, first.unchanged()));
        assertThat(second.record().values()).isEqualTo(patch.appliedTo(VALUES));
        assertThat(settings.refresh(key(1), second.tag())).isEqualTo(new NotModified<>());
        assertThat(settings.refresh(key(1), first.tag())).isEqualTo(new Found<>(second));

        assertThat(settings.put(key(1), OTHERS, Condition.NONE)).isInstanceOf(Updated.class);
        assertThat(settings.delete(key(1), new Condition.Present())).isEqualTo(new Deleted<>());
        assertThat(settings.delete(key(1), Condition.NONE)).isInstanceOf(NotFound.class);
        assertThat(settings.patch(key(1), patch, Condition.NONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void aWriteWhoseConditionFailsGetsTheRecordAsItIsNow() {
        UserSettings settings = client.settings();
        Condition first =
                now(settings.put(key(2), VALUES, new Condition.Absent())).unchanged();
        Versioned<Settings> second = now(settings.put(key(2), OTHERS, first));

        assertThat(settings.put(key(2), VALUES, first)).isEqualTo(new VersionChanged<>(Optional.of(second)));
        assertThat(settings.put(key(2), VALUES, new Condition.Absent()))
                .isEqualTo(new VersionChanged<>(Optional.of(second)));
        assertThat(settings.delete(key(2), first)).isEqualTo(new VersionChanged<>(Optional.of(second)));
        assertThat(settings.put(key(3), VALUES, first)).isEqualTo(new VersionChanged<>(Optional.empty()));
        assertThat(settings.put(key(2), VALUES, new Condition.Version(Set.of("0-1", second.tag()))))
                .isInstanceOf(Updated.class);
    }

    @Test
    void theHistoryTellsWhatWasAndPutsItBack() {
        UserSettings settings = client.settings();
        settings.put(key(4), VALUES, Condition.NONE);
        settings.put(key(4), OTHERS, Condition.NONE);
        settings.delete(key(4), Condition.NONE);

        List<HistoryItem<?>> history = settings.wholeHistory(key(4)).toList();
        HistoryItem<?> deletion = history.get(0);
        assertThat(deletion.before())
                .hasValueSatisfying(before -> assertThat((Object) before).isEqualTo(OTHERS));
        assertThat(deletion.after()).isEmpty();
        assertThat(deletion.changed()).contains("callType");
        assertThat(deletion.actor()).isEqualTo(new Actor(Actor.Kind.MANAGEMENT_KEY, RunningServer.KEY.id()));
        assertThat(history.getLast()).isInstanceOf(HistoryItem.OfUser.class);
        ListPage<HistoryItem<?>> page = settings.history(key(4), Paging.first(1));
        assertThat(page.items()).containsExactly(deletion);
        assertThat(settings.history(key(4), Paging.first(1).after(page.next().orElseThrow()))
                        .items())
                .isEqualTo(history.subList(1, 2));

        Versioned<Settings> restored =
                now(settings.restore(key(4), history.get(1).change(), new Condition.Absent()));
        assertThat(restored.record().values()).isEqualTo(VALUES);
        assertThat(settings.restore(key(4), history.get(2).change(), restored.unchanged()))
                .isEqualTo(new Deleted<>());
        assertThatThrownBy(() -> settings.restore(key(5), deletion.change(), Condition.NONE))
                .isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void everyFaultOfARequestIsInItsProblem() {
        List<PhoneNumber> six = List.of("1", "2", "3", "4", "5", "6").stream()
                .map(PhoneNumber::new)
                .toList();
        OutboundSettings wrong = new OutboundSettings(null, six, six, null, null);
        RequestRejectedException rejected = catchThrowableOfType(
                RequestRejectedException.class, () -> client.settings().put(key(6), wrong, Condition.NONE));
        assertThat(rejected)
                .hasMessageStartingWith("put settings: 400 invalid-request The request has 2 faults. ")
                .hasMessageContaining("/displayNumbers: ")
                .hasMessageContaining("/softphoneNumbers: ");
        Problem problem = rejected.details().problem().orElseThrow();
        assertThat(problem.type()).isEqualTo("urn:agentsettings:problem:invalid-request");
        assertThat(problem.title()).isEqualTo("The request is invalid");
        assertThat(problem.errors().stream().map(fault -> fault.pointer().orElseThrow()))
                .containsExactlyInAnyOrder("/displayNumbers", "/softphoneNumbers");
        assertThat(rejected.details().code()).hasValue("invalid-request");
        assertThat(rejected.details().status()).hasValue(400);
    }

    @Test
    void settingsAreListedAndExported() throws IOException {
        for (int number = 11; number <= 13; number++) {
            OutboundSettings values =
                    new OutboundSettings(CallType.DIRECT, List.of(new PhoneNumber("990011")), null, null, null);
            client.settings().put(key(number), values, Condition.NONE);
        }
        SettingsFilter filter = settingsWith("990011");
        ListPage<Settings> page = client.settings().list(filter, Paging.first(2).counted());
        assertThat(page.items().stream().map(Settings::userId)).containsExactly(user(11), user(12));
        assertThat(page.total()).hasValue(3);
        ListPage<Settings> last =
                client.settings().list(filter, Paging.first(2).after(page.next().orElseThrow()));
        assertThat(last.items().stream().map(Settings::userId)).containsExactly(user(13));
        assertThat(last.next()).isEmpty();
        assertThat(client.settings().all(filter).map(Settings::userId)).containsExactly(user(11), user(12), user(13));

        assertThat(export(filter, ExportFormat.CSV))
                .hasSize(4)
                .startsWith(
                        "userId,callType,displayNumbers,defaultDisplayNumber,softphoneNumbers,defaultSoftphoneNumber",
                        user(11) + ",direct,990011,,,");
        assertThat(export(filter, ExportFormat.JSON_LINES))
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"userId\":\"" + user(1).substring(0, 17)));
    }

    private static List<String> export(SettingsFilter filter, ExportFormat format) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(client.settings().export(filter, format), StandardCharsets.UTF_8))) {
            return lines.readAllLines();
        }
    }

    @Test
    void usersAreCreatedFoundPatchedAndDeleted() {
        Users users = client.users();
        UserProfile profile =
                new UserProfile("zoe.m", "Zoë Müller", "+49 30 1", "zoe@example.com", "a\nb", UserStatus.SUSPENDED);
        UserKey zoe = new UserKey(TENANT, "zoë/1?#%+");
        Versioned<User> created = now(users.create(zoe, Optional.of("sum-1"), profile));
        assertThat(created.record().userId()).isEqualTo(zoe.userId());
        assertThat(created.record().sumUserId()).isEqualTo("sum-1");
        assertThat(created.record().profile()).isEqualTo(profile);
        assertThat(users.get(zoe)).isEqualTo(new Found<>(created));
        assertThat(users.refresh(zoe, created.tag())).isEqualTo(new NotModified<>());
        assertThat(users.create(TENANT, profile)).isInstanceOf(AlreadyExists.class);

        UserPatch patch = new UserPatch(
                Edit.keep(),
                Edit.assign("Zoë"),
                Edit.assign(null),
                Edit.keep(),
                Edit.keep(),
                Edit.assign(UserStatus.ACTIVE));
        Versioned<User> patched = now(users.patch(zoe, patch, created.unchanged()));
        assertThat(patched.record().profile()).isEqualTo(patch.appliedTo(profile));
        assertThat(now(users.patch(zoe, patch, created.unchanged()))).isEqualTo(patched);
        UserPatch taken =
                new UserPatch(Edit.assign("demo01"), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
        assertThat(users.patch(zoe, taken, Condition.NONE)).isInstanceOf(AlreadyExists.class);

        client.settings().put(zoe, OTHERS, Condition.NONE);
        assertThat(users.delete(zoe, Condition.NONE)).isInstanceOf(InUse.class);
        assertThat(users.deleteWithSettings(zoe, patched.unchanged())).isEqualTo(new Deleted<>());
        assertThat(users.get(zoe)).isInstanceOf(NotFound.class);
        assertThat(users.delete(zoe, Condition.NONE)).isInstanceOf(NotFound.class);
    }

    @Test
    void usersAreListedBySeveralConditions() {
        Versioned<User> tom =
                now(client.users().create(TENANT, new UserProfile("tom.x", "Tom Listed", null, null, null, null)));
        assertThat(tom.record().profile().status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(client.users().all(usersNamed("om listed"))).containsExactly(tom.record());
        UserFilter filter =
                new UserFilter(TENANT, Optional.of("tom"), Optional.of(UserStatus.TO_BE_ACTIVATED), Optional.of(false));
        assertThat(client.users().list(filter, Paging.first(10)).items()).isEmpty();
        assertThat(client.users().all(new UserFilter(TENANT, Optional.empty(), Optional.empty(), Optional.empty())))
                .hasSizeGreaterThan(20);
    }
}
