package agentsettings.client.management.jobs;

import agentsettings.core.apps.Actor;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.SettingsFilter;
import java.time.Instant;
import java.util.Optional;

/**
 * An import or a bulk change, and how far it is. Immutable.
 *
 * @param kind {@code settings}, {@code users} or {@code numbers} of an import, {@code change} or {@code undo} of a bulk change
 * @param options how it reads and applies its rows
 * @param bytes the length of its input, of which {@code progress} has so many
 * @param startedAt when it entered its present state or, if it is over, the one before; empty before it has begun
 * @param endedAt empty until it is over
 * @param failure why it ended early, empty if it did not
 * @param rowsPerSecond empty before it has begun
 * @param secondsLeft an estimate, empty unless it is running
 * @param json the job as the service sent it
 */
public record JobRecord(
        String id,
        String kind,
        Options options,
        Actor startedBy,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> failure,
        JobProgress progress,
        long bytes,
        Optional<Long> rowsPerSecond,
        Optional<Long> secondsLeft,
        String json) {

    /**
     * How a job reads and applies its rows. Immutable.
     *
     * @param mode of an import; so are {@code faults} and {@code isDryRun}
     * @param undoes the id of the job that this one undoes
     * @param patch of a bulk change
     * @param filter of a bulk change whose users were not listed
     */
    public record Options(
            Optional<ImportRequest.Mode> mode,
            Optional<ImportRequest.Faults> faults,
            boolean isDryRun,
            Optional<String> undoes,
            Optional<SettingsPatch> patch,
            Optional<SettingsFilter> filter) {}

    public boolean isOver() {
        return progress.state().isOver();
    }
}
