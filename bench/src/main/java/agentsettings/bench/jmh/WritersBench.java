package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.RequestException;
import agentsettings.wire.Response;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.SettingsResponses;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;

/** Writes responses for outcomes. */
public class WritersBench extends ShortRuns {

    private static final long ID = 1_307_145_259_662_215_169L;

    private final FindSettings query = new FindSettings(Samples.TENANT, "10gg000000y6OOrNaUFs");
    private final FindSettings.Outcome found = new FindSettings.Found(new AgentSettings(
            ID, query.user(), "y111", Samples.SETTINGS, 1, Instant.parse("2026-03-01T08:30:00.123Z")));
    private final CreateSettings.Outcome created = new CreateSettings.Created(ID);
    private final RequestException exception = new RequestException(ReturnCode.MISSING, "userId: is required.");

    @Benchmark
    public Response found() {
        return SettingsResponses.found(query, found);
    }

    @Benchmark
    public Response created() {
        return SettingsResponses.created(created);
    }

    @Benchmark
    public Response refused() {
        return FailureResponses.of(exception);
    }
}
