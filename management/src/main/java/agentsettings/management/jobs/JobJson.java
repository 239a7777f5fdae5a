package agentsettings.management.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.JobProgress.State;
import agentsettings.core.jobs.RowFault;
import agentsettings.management.exchange.ApiJson;
import agentsettings.management.jobs.input.JobOptions;
import agentsettings.management.records.JsonText;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Jobs and their faults in JSON. Stateless. */
final class JobJson {

    /** The job at this time. */
    static ObjectNode of(Job job, Instant now) {
        ObjectNode json = ApiJson.object()
                .put("id", job.key().id())
                .put("kind", kind(job.kind()))
                .put("state", JsonText.nameOf(job.progress().state()));
        json.setAll(JobOptions.parse(job.options()).json());
        json.putObject("startedBy")
                .put("kind", JsonText.nameOf(job.actor().kind()))
                .put("name", job.actor().name());
        json.put("createdAt", ApiJson.time(job.createdAt())).put("startedAt", time(job.startedAt()));
        json.put("endedAt", time(job.endedAt())).put("failure", job.failure());
        write(job, now, json);
        return json;
    }

    private static void write(Job job, Instant now, ObjectNode json) {
        JobProgress progress = job.progress();
        json.put("rowsRead", progress.rowsRead())
                .put("rowsApplied", progress.rowsApplied())
                .put("rowsUnchanged", progress.rowsUnchanged())
                .put("rowsFaulty", progress.rowsFaulty())
                .put("rowsWarned", progress.rowsWarned())
                .put("bytes", job.inputBytes())
                .put("bytesRead", progress.bytesRead());
        if (job.startedAt() == null) {
            return;
        }
        Instant end = job.endedAt() == null ? now : job.endedAt();
        double seconds = Math.max(1, Duration.between(job.startedAt(), end).toMillis()) / 1000.0;
        json.put("rowsPerSecond", Math.round(progress.rowsRead() / seconds));
        boolean running = progress.state() == State.CHECKING || progress.state() == State.APPLYING;
        if (running && progress.bytesRead() > 0) {
            double left = seconds * (job.inputBytes() - progress.bytesRead()) / progress.bytesRead();
            json.put("secondsLeft", Math.max(0, Math.round(left)));
        }
    }

    private static String kind(Job.Kind kind) {
        return switch (kind) {
            case IMPORT_SETTINGS -> "settings";
            case IMPORT_USERS -> "users";
            case IMPORT_NUMBERS -> "numbers";
            case CHANGE_SETTINGS -> "change";
            case UNDO -> "undo";
        };
    }

    private static String time(Instant time) {
        return time == null ? null : ApiJson.time(time);
    }

    static ObjectNode of(RowFault fault) {
        return ApiJson.object()
                .put("row", fault.row())
                .put("userId", fault.userId())
                .put("column", fault.column())
                .put("code", fault.code().text())
                .put("detail", fault.detail());
    }

    private JobJson() {}
}
