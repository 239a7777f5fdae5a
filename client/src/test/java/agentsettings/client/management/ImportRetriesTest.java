package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.cut;
import static agentsettings.client.ScriptedServer.json;
import static agentsettings.client.management.ScriptedManagement.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agentsettings.client.ScriptedServer.Request;
import agentsettings.client.management.jobs.ImportRequest;
import agentsettings.client.management.jobs.ImportRequest.Faults;
import agentsettings.client.management.jobs.ImportRequest.Kind;
import agentsettings.client.management.jobs.ImportRequest.Mode;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.core.jobs.JobProgress.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a file is sent as a whole, again if need be, and never imported twice. */
final class ImportRetriesTest {

    private static final String TENANT = "123456789012";
    private static final String JOB =
            "{\"id\":\"0mifk3x2a1b2c3d4e\",\"kind\":\"users\",\"state\":\"checking\",\"mode\":\"create\","
                    + "\"faults\":\"stop\",\"dryRun\":true,\"format\":\"text/csv\",\"startedBy\":{\"kind\":\"managementKey\","
                    + "\"name\":\"k\"},\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"startedAt\":\"2026-01-01T00:00:01.000Z\","
                    + "\"endedAt\":null,\"failure\":null,\"rowsRead\":3,\"rowsApplied\":2,\"rowsUnchanged\":0,\"rowsFaulty\":1,\"rowsWarned\":0,"
                    + "\"bytes\":70000,\"bytesRead\":35000,\"rowsPerSecond\":3,\"secondsLeft\":9}";

    @TempDir
    private Path folder;

    @Test
    void aFileIsSentAgainUnderTheSameKey() throws IOException {
        Path file = Files.writeString(folder.resolve("users"), "userId\n" + "u".repeat(69_993));
        List<Long> sent = new CopyOnWriteArrayList<>();
        try (ScriptedManagement fixture = ScriptedManagement.of(problem(503, "unavailable"), cut(), json(202, JOB))) {
            JobRecord job = fixture.client.imports().start(TENANT, request(file, true), sent::add);
            assertThat(job.progress().state()).isEqualTo(State.CHECKING);
            assertThat(job.progress().rowsFaulty()).isEqualTo(1);
            assertThat(job.secondsLeft()).hasValue(9L);
            assertThat(job.options().mode()).hasValue(Mode.CREATE);
            assertThat(sent).last().isEqualTo(70_000L);
            List<Request> requests = fixture.server.requests();
            assertThat(requests).hasSize(3);
            assertThat(requests.getLast()).isEqualTo(requests.getFirst());
            Request request = requests.getFirst();
            assertThat(request.head())
                    .startsWith("POST /api/v1/tenants/" + TENANT
                            + "/imports?kind=users&mode=create&faults=stop&dryRun=true HTTP/1.1");
            assertThat(request.header("Content-Type")).isEqualTo("text/csv");
            assertThat(request.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(request.header("Idempotency-Key")).hasSize(32);
            assertThat(request.body()).hasSize(70_000);
        }
    }

    @Test
    void aFileThatIsMissingIsNotSent() {
        try (ScriptedManagement fixture = ScriptedManagement.of(json(202, JOB))) {
            ImportRequest request = request(folder.resolve("none"), false);
            assertThatThrownBy(() -> fixture.client.imports().start(TENANT, request, _ -> {}))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(fixture.server.requests()).isEmpty();
        }
    }

    private static ImportRequest request(Path file, boolean isPacked) {
        return new ImportRequest(Kind.USERS, file, ExportFormat.CSV, isPacked, Mode.CREATE, Faults.STOP, true);
    }
}
