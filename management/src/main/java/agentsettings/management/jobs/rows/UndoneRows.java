package agentsettings.management.jobs.rows;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.store.Records;
import agentsettings.core.users.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of an undo: for each user of the job that it undoes, what stood before that job's change, if the settings are still as the
 * job left them. Used by one thread.
 */
public final class UndoneRows implements JobRows {

    private static final int HISTORY_PAGE = 20;

    private final Records records;
    private final Job undone;
    private final UserLines users;
    private final Caller caller;

    public UndoneRows(Records records, Jobs jobs, Job job, Caller caller) {
        String undoes = JobOptions.parse(job.options()).undoes();
        this.records = records;
        this.undone = jobs.find(new JobKey(job.key().tenantId(), undoes))
                .orElseThrow(() -> new UnreadableInputException("The job " + undoes + " is no longer kept."));
        this.users = new UserLines(jobs, undone);
        this.caller = caller;
    }

    @Override
    public Optional<JobStep.Row> next() {
        return users.next().map(user -> row(users.number(), user));
    }

    @Override
    public void skip() {
        users.next();
    }

    private JobStep.Row row(long number, UserKey user) {
        Optional<SettingsRecord> current = records.settings(user);
        Optional<LoggedChange.OfSettings> last = current.flatMap(
                        record -> records.change(user, record.settings().change()))
                .filter(LoggedChange.OfSettings.class::isInstance)
                .map(LoggedChange.OfSettings.class::cast)
                .filter(this::isOfJob);
        if (last.isPresent()) {
            String tag = current.get().settings().tag();
            return new JobStep.Row.Change(number, putBack(user, last.get().before(), tag));
        }
        return wasChanged(user)
                ? new JobStep.Row.Faulty(
                        number,
                        List.of(new RowFault(
                                number,
                                "userId",
                                RowFault.Code.CHANGED_SINCE,
                                "The settings were changed since, and are left as they are.")))
                : new JobStep.Row.Same(number);
    }

    private EditSettings putBack(UserKey user, OutboundSettings before, String tag) {
        EditSettings.Edit edit = before == null ? new EditSettings.Delete() : new EditSettings.Put(before);
        return new EditSettings(caller, user.userId(), edit, new Condition.Version(Set.of(tag)));
    }

    private boolean isOfJob(LoggedChange change) {
        return undone.key().id().equals(change.actor().job());
    }

    /** Whether the job has changed the user's settings at all. */
    private boolean wasChanged(UserKey user) {
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Page<LoggedChange> page = records.history(user, next.get(), HISTORY_PAGE);
            if (page.items().stream().anyMatch(this::isOfJob)) {
                return true;
            }
            boolean older = page.items().stream().anyMatch(change -> change.at().isBefore(undone.createdAt()));
            next = older ? Optional.empty() : page.next();
        }
        return false;
    }

    @Override
    public long bytesRead() {
        return users.bytesRead();
    }

    @Override
    public void close() {
        users.close();
    }
}
