package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import agentsettings.core.commands.JobStep;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.state.ChangedState;
import agentsettings.core.state.State;
import agentsettings.core.state.UnloggedChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides a step of a job: each of its rows on the state that the rows before it leave. Used by one thread, for one step. */
final class JobDecisions {

    /** Supplies numbers to changes that are not stored. */
    private static final Numbers OF_CHECKS = new Numbers() {
        @Override
        public long nextId() {
            return 1;
        }

        @Override
        public long nextChange() {
            return 1;
        }
    };

    private final JobStep step;
    private final ChangedState state;
    private final boolean applies;
    private final List<Change> changes = new ArrayList<>();
    private final List<UnloggedChange> unlogged = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private long applied;
    private long warned;
    private long unchanged;
    private long faulty;

    private JobDecisions(JobStep step, State state) {
        this.step = step;
        this.state = new ChangedState(state);
        this.applies = step.from().state() == JobProgress.State.APPLYING;
    }

    static Decision<JobStep.Outcome> step(JobStep step, State state, Numbers numbers, Instant now) {
        if (!state.job(step.job()).equals(Optional.of(step.from()))) {
            return Decision.unchanged(new JobStep.ProgressChanged());
        }
        return new JobDecisions(step, state).decide(numbers, now);
    }

    private Decision<JobStep.Outcome> decide(Numbers numbers, Instant now) {
        for (JobStep.Row row : step.rows()) {
            switch (row) {
                case JobStep.Row.Unchanged unchangedRow -> unchanged++;
                case JobStep.Row.Faulty faultyRow -> refuse(faultyRow.faults());
                case JobStep.Row.Change(long number, var command) -> {
                    Decision<?> decision = Decisions.decide(command, state, applies ? numbers : OF_CHECKS, now);
                    List<RowFault> refusals = RefusedRows.faults(number, command.userId(), decision.outcome());
                    if (refusals.isEmpty()) {
                        take(decision);
                    } else {
                        refuse(refusals);
                    }
                }
            }
        }
        JobProgress progress = step.from().plus(applied, unchanged, faulty, warned, step.bytesRead());
        unlogged.add(new UnloggedChange.JobAdvanced(step.job(), progress, keptFaults()));
        return new Decision<>(new JobStep.Advanced(progress), changes, unlogged);
    }

    private void refuse(List<RowFault> found) {
        faulty++;
        found.stream().limit(JobProgress.FAULTS_OF_ROW_MAX).forEach(faults::add);
    }

    private void take(Decision<?> decision) {
        warned += RefusedRows.isWarned(decision.outcome()) ? 1 : 0;
        state.apply(decision.changes(), decision.unlogged());
        if (decision.changes().isEmpty() && decision.unlogged().isEmpty()) {
            unchanged++;
        } else {
            applied++;
        }
        if (applies) {
            changes.addAll(decision.changes());
            unlogged.addAll(decision.unlogged());
        }
    }

    private List<RowFault> keptFaults() {
        long room = Math.max(0, JobProgress.FAULTS_KEPT_MAX - step.from().rowsFaulty());
        return faults.stream().limit(room).toList();
    }
}
