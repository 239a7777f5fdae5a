package agentsettings.management.jobs.input;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.requests.Condition;
import agentsettings.management.records.SettingsJson;
import java.util.Optional;

/** The rows of a bulk change: the same patch for each user. Used by one thread. */
public final class ChangedRows implements JobRows {

    private final UserLines users;
    private final Caller caller;
    private final EditSettings.Edit edit;

    public ChangedRows(Jobs jobs, Job job, Caller caller) {
        this.users = new UserLines(jobs, job);
        this.caller = caller;
        this.edit = new EditSettings.Patch(
                SettingsJson.patch(JobOptions.parse(job.options()).patch()));
    }

    @Override
    public Optional<JobStep.Row> next() {
        return users.next()
                .map(user -> new JobStep.Row.Change(
                        users.number(), new EditSettings(caller, user.userId(), edit, Condition.NONE)));
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
