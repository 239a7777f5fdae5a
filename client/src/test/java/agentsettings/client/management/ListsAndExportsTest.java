package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.endless;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static agentsettings.client.management.ScriptedManagement.ANN;
import static agentsettings.client.management.ScriptedManagement.USER;
import static agentsettings.client.management.ScriptedManagement.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.RequestRejectedException;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.ServiceUnavailableException;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.client.management.records.Paging;
import agentsettings.client.management.records.User;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.users.UserKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists and exports of servers that are slow, break off, or never end. */
@Timeout(60)
final class ListsAndExportsTest {

    private static final UserFilter USERS =
            new UserFilter(USER.tenantId(), Optional.of("a b&c"), Optional.empty(), Optional.of(true));
    private static final SettingsFilter SETTINGS = new SettingsFilter(
            USER.tenantId(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    private static Step page(String items, String next) {
        return json(200, "{\"items\":[" + items + "]" + (next == null ? "" : ",\"next\":\"" + next + "\"") + "}");
    }

    private static InputStream export(ScriptedManagement fixture) {
        return fixture.client.settings().export(SETTINGS, ExportFormat.CSV);
    }

    @Test
    void aStreamReadsAPageOnlyWhenItsFirstItemIsWanted() {
        try (ScriptedManagement fixture =
                ScriptedManagement.of(page(ANN + "," + ANN, "one"), page("", "two"), page(ANN, null))) {
            assertThat(fixture.client.users().all(USERS).limit(0)).isEmpty();
            assertThat(fixture.server.requests()).isEmpty();
            assertThat(fixture.client.users().all(USERS).map(User::userId).limit(2))
                    .containsExactly("u", "u");
            assertThat(fixture.server.requests()).hasSize(1);
        }
        try (ScriptedManagement fixture =
                ScriptedManagement.of(page(ANN + "," + ANN, "one"), page("", "two"), page(ANN, null))) {
            assertThat(fixture.client.users().all(USERS)).hasSize(3);
            assertThat(fixture.server.requests().stream()
                            .map(request -> request.head().split(" ", 3)[1]))
                    .containsExactly(
                            "/api/v1/tenants/123456789012/users?q=a%20b%26c&hasSettings=true&limit=1000",
                            "/api/v1/tenants/123456789012/users?q=a%20b%26c&hasSettings=true&limit=1000&after=one",
                            "/api/v1/tenants/123456789012/users?q=a%20b%26c&hasSettings=true&limit=1000&after=two");
        }
    }

    @Test
    void aPageThatLeadsToItselfIsNoValidResponse() {
        try (ScriptedManagement fixture = ScriptedManagement.of(page("", "again"))) {
            assertThatThrownBy(() -> fixture.client.users().all(USERS).count())
                    .isInstanceOf(ServiceUnavailableException.class);
            assertThat(fixture.server.requests()).hasSize(6); // the first page, and five attempts at the second
        }
    }

    @Test
    void aPageWithoutEndIsNotReadPastItsLimit() {
        Step boundless = endless("HTTP/1.1 200 OK\r\n\r\n", "[".repeat(100_000));
        try (ScriptedManagement fixture = new ScriptedManagement(_ -> boundless, config -> config.withAttemptsMax(1))) {
            assertThatThrownBy(() -> fixture.client.users().list(USERS, Paging.first(1)))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("body exceeds capacity");
        }
    }

    @Test
    void anExportIsReadWhileItArrives() throws IOException {
        Step chunks = raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\na,b\r\n4\r\n\nc,d\r\n0\r\n\r\n");
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(503, "unavailable"), cut(), chunks);
                InputStream export = export(fixture)) {
            assertThat(new String(export.readAllBytes(), UTF_8)).isEqualTo("a,b\nc,d");
            assertThat(export.read()).isNegative();
            assertThat(fixture.server.requests()).hasSize(3);
            assertThat(fixture.server.requests().getLast().header("Accept")).isEqualTo("text/csv");
        }
    }

    @Test
    void anExportThatEndsEarlyFails() throws IOException {
        requireIncomplete("transfer-encoding: chunked\r\n\r\n3\r\na,b\r\n", "");
        requireIncomplete("transfer-encoding: chunked\r\n\r\n3\r\na,b\r\n", "no chunk\r\n");
        requireIncomplete("content-length: 100\r\n\r\na,b", "");
    }

    /** The end comes only once the export is open; before that, the client would ask again. */
    private static void requireIncomplete(String begin, String end) throws IOException {
        CountDownLatch opened = new CountDownLatch(1);
        Step cutOnceOpen = connection -> {
            raw("HTTP/1.1 200 OK\r\n" + begin).perform(connection);
            opened.await();
            raw(end).perform(connection);
            connection.close();
        };
        try (ScriptedManagement fixture = ScriptedManagement.of(cutOnceOpen);
                InputStream export = export(fixture)) {
            opened.countDown();
            for (int repeated = 0; repeated < 2; repeated++) {
                assertThatThrownBy(export::readAllBytes)
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith("the response is not complete: ");
            }
        }
    }

    @Test
    void anExportWhoseEndIsNotMarkedIsNoValidResponse() {
        Step unmarked = connection -> {
            raw("HTTP/1.1 200 OK\r\n\r\na,b").perform(connection);
            connection.close();
        };
        try (ScriptedManagement fixture = ScriptedManagement.of(unmarked)) {
            assertThatThrownBy(() -> export(fixture))
                    .isInstanceOf(ServiceUnavailableException.class)
                    .hasMessageContaining("the response does not say where it ends.");
        }
    }

    @Test
    void anExportThatStallsTakesTheRequestTimeoutOnly() throws IOException {
        Step stalled = raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\na,b\r\n");
        try (ScriptedManagement fixture = new ScriptedManagement(
                        _ -> stalled, config -> config.withRequestTimeout(Duration.ofMillis(500)));
                InputStream export = export(fixture)) {
            assertThat(new String(export.readNBytes(3), UTF_8)).isEqualTo("a,b");
            assertThatThrownBy(export::read).isInstanceOf(IOException.class).hasMessage("no data within PT0.5S");
        }
    }

    @Test
    void anExportWithoutEndIsHeldInSmallPartsAndEndsWhenItIsClosed() throws IOException {
        Step boundless = endless(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "2710\r\n" + "x".repeat(10_000) + "\r\n");
        try (ScriptedManagement fixture = ScriptedManagement.of(boundless)) {
            InputStream export = export(fixture);
            assertThat(export.skip(50_000_000)).isPositive();
            export.close();
            assertThatThrownBy(export::read).hasMessage("the stream is closed");
        }
    }

    @Test
    void aClientClosesThoughNobodyReadsAnExport() {
        Step boundless = endless(
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "2710\r\n" + "x".repeat(10_000) + "\r\n");
        InputStream export;
        try (ScriptedManagement fixture =
                new ScriptedManagement(_ -> boundless, config -> config.withRequestTimeout(Duration.ofMillis(500)))) {
            export = export(fixture);
        }
        assertThatThrownBy(export::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void anExportThatIsRefusedHasItsProblem() {
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(404, "not-found"))) {
            assertThatThrownBy(() -> export(fixture))
                    .isInstanceOf(RequestRejectedException.class)
                    .hasMessage("export settings: 404 not-found As scripted.");
        }
    }

    @Test
    void anIdThatPathsLoseIsRefused() {
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(404, "not-found"))) {
            for (String id : List.of("", ".", "..")) {
                assertThatThrownBy(() -> fixture.client.users().get(new UserKey(USER.tenantId(), id)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            fixture.client.users().get(new UserKey(USER.tenantId(), "a/../b?c#d+ü %"));
            assertThat(fixture.server.requests().getFirst().head())
                    .startsWith("GET /api/v1/tenants/123456789012/users/a%2F..%2Fb%3Fc%23d%2B%C3%BC%20%25 ");
        }
    }
}
