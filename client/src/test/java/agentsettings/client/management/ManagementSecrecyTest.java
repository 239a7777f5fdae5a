package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.ScriptedServer.raw;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.client.ClientException;
import agentsettings.client.RunningServer;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.client.management.ScriptedManagement.Call;
import agentsettings.client.management.feed.ChangeFilter;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.core.queries.SettingsFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The key is shown nowhere, even if a server sends it back. */
final class ManagementSecrecyTest {

    private static final List<Function<String, Step>> ECHOES = List.of(
            echoed -> json(400, problem("invalid-request", echoed)),
            echoed -> json(404, problem("not-found", echoed)),
            echoed -> json(409, problem("already-exists", echoed)),
            echoed -> json(412, problem("version-changed", echoed)),
            echoed -> json(503, problem("unavailable", echoed)),
            echoed -> json(400, problem(echoed, echoed)),
            echoed -> json(200, "{\"" + echoed + "\":\"" + echoed + "\"", "etag: \"" + echoed + "\""),
            echoed -> json(200, "{\"" + echoed + "\":\"" + echoed + "\"}", "etag: \"" + echoed + "\""),
            echoed -> raw("HTTP/1.1 " + echoed + "\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\ncontent-length: " + echoed + "\r\n\r\n"),
            echoed -> raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + echoed + "\r\n"),
            echoed -> ScriptedChanges.whole("id: c\ndata: " + echoed + "\n\n"),
            echoed -> ScriptedChanges.whole(echoed + "\n"),
            echoed -> json(410, problem("cursor-expired", echoed)),
            echoed -> json(302, "", "location: http://127.0.0.1:1/" + echoed));

    private static String problem(String code, String echoed) {
        return "{\"type\":\"urn:agentsettings:problem:" + code + "\",\"title\":\"" + echoed + "\",\"detail\":\"got "
                + echoed + "\",\"errors\":[{\"pointer\":\"/" + echoed + "\",\"detail\":\"" + echoed
                + "\"},{\"parameter\":\"" + echoed + "\",\"detail\":\"" + echoed + "\"}]}";
    }

    @Test
    void whateverTheServerSendsBackIsNotShown() {
        for (Function<String, Step> echo : ECHOES) {
            for (Call call : Call.values()) {
                requireNothingShown(echo, fixture -> fixture.perform(call));
            }
            requireNothingShown(echo, ManagementSecrecyTest::export);
            requireNothingShown(echo, ManagementSecrecyTest::page);
            requireNothingShown(echo, ManagementSecrecyTest::nextChange);
        }
    }

    private static Object export(ScriptedManagement fixture) {
        SettingsFilter filter = new SettingsFilter(
                "123456789012",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        try (InputStream export = fixture.client.settings().export(filter, ExportFormat.JSON_LINES)) {
            return export.read();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Object page(ScriptedManagement fixture) {
        return fixture.client.changes().list(ChangeFilter.ALL, Optional.empty(), 1);
    }

    private static Object nextChange(ScriptedManagement fixture) {
        fixture.pauses.endDuringTheNext(); // otherwise it would connect for ever
        try (ChangeStream stream = fixture.client.changes().stream(ChangeFilter.ALL, Optional.empty())) {
            return stream.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireNothingShown(
            Function<String, Step> echo, Function<ScriptedManagement, Object> operation) {
        StringWriter shown = new StringWriter();
        try (ScriptedManagement fixture = new ScriptedManagement(
                request -> {
                    Step step = echo.apply(request.header("Authorization").replace("Bearer ", ""));
                    return connection -> {
                        step.perform(connection);
                        connection.close();
                    };
                },
                config -> config.withAttemptsMax(2))) {
            shown.append(String.valueOf(operation.apply(fixture)));
        } catch (ClientException failure) {
            failure.printStackTrace(new PrintWriter(shown, true));
            shown.append(failure.details().toString());
        }
        assertThat(shown.toString()).isNotEmpty().doesNotContain(RunningServer.KEY.secret());
    }
}
