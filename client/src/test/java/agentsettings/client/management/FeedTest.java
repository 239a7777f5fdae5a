package agentsettings.client.management;

import static agentsettings.client.RunningServer.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ClientConfig;
import agentsettings.client.RequestRejectedException;
import agentsettings.client.RunningServer;
import agentsettings.client.management.feed.ChangeEvent;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.feed.FeedOutcome.CursorExpired;
import agentsettings.client.management.feed.FeedOutcome.Page;
import agentsettings.client.management.feed.FeedOutcome.Received;
import agentsettings.client.management.records.HistoryItem;
import agentsettings.client.management.records.HistoryItem.Kind;
import agentsettings.core.apps.ManagementKeyText;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserKey;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The changes of the real service, also while it is stopped and started again. */
@Timeout(60)
final class FeedTest {

    private static final UserKey USER = new UserKey("202205116084", user(1));

    @TempDir
    private Path folder;

    private RunningServer server;
    private ManagementClient client;

    @BeforeEach
    void start() {
        server = RunningServer.start(folder, InstantSource.system());
        client = client(server.managementAddress(), RunningServer.KEY);
    }

    private static ManagementClient client(URI address, ManagementKeyText key) {
        return new ManagementClient(
                ClientConfig.of(address).withBackoff(Duration.ofMillis(10), Duration.ofMillis(50)),
                key,
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void restart() {
        int port = server.managementAddress().getPort();
        server.close();
        server = RunningServer.start(folder, InstantSource.system(), port);
    }

    private void put(UserKey user, CallType callType) {
        client.settings().put(user, new OutboundSettings(callType, null, null, null, null), Condition.NONE);
    }

    private static ChangeEvent take(ChangeStream stream) throws InterruptedException {
        return ((Received) stream.next()).event();
    }

    private List<ChangeEvent> pages(ChangeFilter filter, String cursor) {
        List<ChangeEvent> changes = new ArrayList<>();
        Page page = (Page) client.changes().list(filter, Optional.ofNullable(cursor), 3);
        changes.addAll(page.changes());
        for (String last = cursor; !page.next().equals(last); changes.addAll(page.changes())) {
            last = page.next();
            page = (Page) client.changes().list(filter, Optional.of(last), 3);
        }
        return changes;
    }

    @Test
    void pagesAndStreamHaveTheChangesOfTheHistories() throws InterruptedException {
        put(USER, CallType.DIRECT);
        put(USER, CallType.BIDIRECTIONAL);
        client.settings().delete(USER, Condition.NONE);
        put(USER, CallType.PASS_THROUGH);
        UserPatch name =
                new UserPatch(Edit.keep(), Edit.assign("Another"), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
        client.users().patch(USER, name, Condition.NONE);

        List<ChangeEvent> all = pages(ChangeFilter.ALL, null);
        List<HistoryItem<?>> ofUser = new ArrayList<>();
        all.stream().filter(event -> event.user().equals(USER)).forEach(event -> ofUser.add(event.change()));
        assertThat(client.settings().wholeHistory(USER).toList()).containsExactlyInAnyOrderElementsOf(ofUser);
        assertThat(ofUser.stream()
                        .filter(HistoryItem.OfSettings.class::isInstance)
                        .map(HistoryItem::kind))
                .containsExactly(Kind.CREATED, Kind.UPDATED, Kind.DELETED, Kind.CREATED);
        assertThat(ofUser.stream().filter(HistoryItem.OfUser.class::isInstance).map(HistoryItem::kind))
                .containsExactly(Kind.CREATED, Kind.UPDATED);
        assertThat(all.stream().map(ChangeEvent::source).distinct()).hasSize(1);
        assertThat(pages(ChangeFilter.of(USER), null).stream().map(ChangeEvent::change))
                .hasSameElementsAs(ofUser);

        try (ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.empty())) {
            for (ChangeEvent event : all) {
                assertThat(take(stream)).isEqualTo(event);
            }
        }
    }

    @Test
    void aStreamGoesOnWhenTheServiceIsStartedAgain() throws InterruptedException {
        String end = client.changes().end();
        try (ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.of(end))) {
            List<HistoryItem<?>> seen = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                put(USER, round % 2 == 0 ? CallType.DIRECT : CallType.BIDIRECTIONAL);
                seen.add(take(stream).change());
                put(USER, CallType.PASS_THROUGH);
                restart();
                seen.add(take(stream).change());
            }
            assertThat(seen.stream().map(item -> ((HistoryItem.OfSettings) item).settingsVersion()))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void aClientThatIsStartedAgainGoesOnAfterTheCursorThatItStored() throws InterruptedException {
        String cursor = client.changes().end();
        for (CallType callType : CallType.values()) {
            put(USER, callType);
        }
        List<Optional<?>> seen = new ArrayList<>();
        for (int i = 0; i < CallType.values().length; i++) {
            try (ManagementClient again = client(server.managementAddress(), RunningServer.KEY);
                    ChangeStream stream =
                            again.changes().stream(ChangeFilter.of(USER.tenantId()), Optional.of(cursor))) {
                Received next = (Received) stream.next();
                cursor = next.cursor();
                seen.add(next.event().change().after().map(after -> ((OutboundSettings) after).callType()));
            }
        }
        assertThat(seen)
                .isEqualTo(Stream.of(CallType.values()).map(Optional::of).toList());
        assertThat(pages(ChangeFilter.ALL, cursor)).isEmpty();
    }

    @Test
    void theCursorMovesWhileTheFilterLeavesEverythingOut() throws InterruptedException {
        String end = client.changes().end();
        try (ChangeStream stream =
                client.changes().stream(ChangeFilter.of(new UserKey(USER.tenantId(), user(2))), Optional.of(end))) {
            put(USER, CallType.DIRECT);
            while (stream.cursor().equals(Optional.of(end))) {
                Thread.sleep(20);
            }
            assertThat(stream.cursor()).hasValue(client.changes().end());
        }
    }

    @Test
    void aCursorOfAnotherDatabaseHasExpired(@TempDir Path other) throws InterruptedException {
        String foreign;
        try (RunningServer another = RunningServer.start(other, InstantSource.system());
                ManagementClient there = client(another.managementAddress(), RunningServer.KEY)) {
            foreign = there.changes().end();
        }
        assertThat(client.changes().list(ChangeFilter.ALL, Optional.of(foreign), 1))
                .isInstanceOf(CursorExpired.class);
        try (ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.of(foreign))) {
            assertThat(stream.next()).isInstanceOf(CursorExpired.class);
        }
    }

    @Test
    void aKeyThatIsNoneAndACursorThatIsNoneEndAStream() {
        try (ManagementClient stranger = client(server.managementAddress(), ManagementKeyText.random());
                ChangeStream stream = stranger.changes().stream(ChangeFilter.ALL, Optional.empty())) {
            assertThatThrownBy(stream::next)
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessageStartingWith("stream changes: 401 not-authenticated ");
        }
        try (ChangeStream stream = client.changes().stream(ChangeFilter.ALL, Optional.of("no-cursor!"))) {
            assertThatThrownBy(stream::next).hasMessageStartingWith("stream changes: 400 invalid-request ");
        }
    }
}
