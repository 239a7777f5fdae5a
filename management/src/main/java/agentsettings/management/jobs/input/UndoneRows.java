package agentsettings.management.jobs.input;

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
 * The rows of an undo: for each user that the undone job has come to, what stood before that job's change, if the settings are still as
 * the job left them. A user for whom an earlier undo has done so is left as it is. Used by one thread.
 */
public final class UndoneRows implements JobRows {

    private static final int HISTORY_PAGE = 20;

    private final Records records;
    private final Job undone;
    private final EarlierUndos earlier;
    private final UserLines users;
    private final Caller caller;

    public UndoneRows(Records records, Jobs jobs, Job job, Caller caller) {
        String undoes = JobOptions.parse(job.options()).undoes();
        this.records = records;
        this.undone = jobs.find(new JobKey(job.key().tenantId(), undoes))
                .orElseThrow(() -> new UnreadableInputException("The job " + undoes + " is no longer kept."));
        this.earlier = EarlierUndos.before(job, undone.key(), jobs);
        this.users = new UserLines(jobs, undone);
        this.caller = caller;
    }

    @Override
    public Optional<JobStep.Row> next() {
        boolean isEnd = users.number() == undone.progress().rowsRead();
        return isEnd ? Optional.empty() : users.next().map(user -> row(users.number(), user));
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
                .map(LoggedChange.OfSettings.class::cast);
        if (last.filter(this::isOfJob).isPresent()) {
            String tag = current.get().settings().tag();
            return new JobStep.Row.Change(number, putBack(user, last.get().before(), tag));
        }
        return switch (trace(user)) {
            case NONE, UNDONE -> new JobStep.Row.Unchanged(number);
            case CHANGED ->
                faulty(
                        number,
                        user,
                        RowFault.Code.CHANGED_SINCE,
                        "The settings were changed since, and are left as they are.");
            case LOST -> lost(number, user);
        };
    }

    private JobStep.Row lost(long number, UserKey user) {
        return records.user(user).isEmpty()
                ? faulty(number, user, RowFault.Code.UNKNOWN_USER, "The tenant space has no such user.")
                : faulty(
                        number,
                        user,
                        RowFault.Code.NOT_KEPT,
                        "The history no longer tells what stood before the change.");
    }

    private static JobStep.Row faulty(long number, UserKey user, RowFault.Code code, String detail) {
        return new JobStep.Row.Faulty(number, List.of(new RowFault(number, user.userId(), "userId", code, detail)));
    }

    private EditSettings putBack(UserKey user, OutboundSettings before, String tag) {
        EditSettings.Edit edit = before == null ? new EditSettings.Delete() : new EditSettings.Put(before);
        return new EditSettings(caller, user.userId(), edit, new Condition.Version(Set.of(tag)));
    }

    private boolean isOfJob(LoggedChange change) {
        return undone.key().id().equals(change.actor().job());
    }

    private boolean isOfUndo(LoggedChange change) {
        return change.actor().job() != null && earlier.contain(change.actor().job());
    }

    /** What the history has of the job. */
    private enum Trace {
        /** The job has not changed the settings. */
        NONE,
        CHANGED,
        /** An earlier undo has put back what the job has changed. */
        UNDONE,
        /** The history does not go back to the job. */
        LOST
    }

    private Trace trace(UserKey user) {
        Optional<String> next = Optional.of("");
        boolean complete = false;
        while (next.isPresent() && !complete) {
            Page<LoggedChange> page = records.history(user, next.get(), HISTORY_PAGE);
            Optional<LoggedChange> newest = page.items().stream()
                    .filter(change -> isOfJob(change) || isOfUndo(change))
                    .findFirst();
            if (newest.isPresent()) {
                return isOfJob(newest.get()) ? Trace.CHANGED : Trace.UNDONE;
            }
            complete = page.items().stream().anyMatch(this::isBeforeJob);
            next = page.next();
        }
        return complete ? Trace.NONE : Trace.LOST;
    }

    /** Whether no earlier change can be one of the job. */
    private boolean isBeforeJob(LoggedChange change) {
        boolean isFirst = change instanceof LoggedChange.OfUser user && user.before() == null;
        return isFirst || change.at().isBefore(undone.createdAt());
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
