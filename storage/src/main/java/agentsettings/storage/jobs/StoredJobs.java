package agentsettings.storage.jobs;

import agentsettings.core.jobs.Job;
import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.Jobs;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.queries.Page;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.jdbc.StatementSession;
import agentsettings.storage.jdbc.StatementSession.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The jobs of either engine's database. Each call has the session for itself. */
public final class StoredJobs implements Jobs {

    private static final String SELECT = "SELECT " + JobRow.TABLE.names() + " FROM job WHERE ";
    private static final String KEY = "tenant_id = ? AND job_id = ?";
    private static final String RECEIVED = " AND state <> 'receiving'";
    private static final String OPEN = "state IN ('waiting', 'checking', 'applying')";

    private final StatementSession session;
    private final String worker;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Takes the session over.
     *
     * @param worker names who claims jobs; two processes that use the database at the same time must have different names
     */
    public StoredJobs(StatementSession session, String worker) {
        this.session = session;
        this.worker = worker;
    }

    private <T> T read(Work<T> work) {
        return exclusively(s -> s.read(work));
    }

    private <T> T change(Work<T> work) {
        return exclusively(s -> s.change(work));
    }

    private <T> T exclusively(Function<StatementSession, T> use) {
        lock.lock();
        try {
            return use.apply(session);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void add(Job job) {
        change(statements -> statements.insertUnlessPresent(JobRow.TABLE, JobRow.of(job)));
    }

    @Override
    public void addInput(JobKey job, int number, byte[] part) {
        boolean added = change(statements -> new JobDao(statements).addInput(new JobInputRow(job, number, part)));
        if (!added) {
            throw new StoreUnavailable("The job no longer takes an input.", null);
        }
    }

    @Override
    public Receipt received(Job job, long inputBytes, Optional<Idempotency> request) {
        Receipt receipt = change(statements -> new JobDao(statements).receive(job, inputBytes, request));
        if (!(receipt instanceof Receipt.Accepted)) {
            remove(job.key());
        }
        return receipt;
    }

    @Override
    public Optional<byte[]> input(JobKey job, int number) {
        return read(statements -> JobInputRow.find(statements, job, number));
    }

    @Override
    public Optional<Job> find(JobKey job) {
        return read(statements ->
                statements.select(SELECT + KEY + RECEIVED, JobRow::read, job.tenantId(), job.id()).stream()
                        .map(JobRow::job)
                        .findFirst());
    }

    @Override
    public Page<Job> list(String tenantId, Set<Job.Kind> kinds, String after, int limit) {
        List<JobRow> rows = read(statements -> new JobDao(statements).list(tenantId, kinds, after, limit + 1));
        return page(rows, limit, JobRow::job, row -> row.job().key().id());
    }

    @Override
    public Page<RowFault> faults(JobKey job, String after, int limit) {
        int dot = after.indexOf('.');
        long row = after.isEmpty() ? 0 : Long.parseLong(after, 0, Math.max(0, dot), 10);
        long ordinal = after.isEmpty() ? 0 : Long.parseLong(after, dot + 1, after.length(), 10);
        List<JobFaultRow> rows = read(statements -> new JobDao(statements).faults(job, row, ordinal, limit + 1));
        return page(rows, limit, JobFaultRow::fault, last -> last.fault().row() + "." + last.ordinal());
    }

    private static <R, T> Page<T> page(List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        Optional<String> next = rows.size() > limit ? Optional.of(cursor.apply(shown.getLast())) : Optional.empty();
        return new Page<>(shown.stream().map(item).toList(), next);
    }

    @Override
    public Map<JobProgress.State, Long> countByState() {
        return read(JobRow::countByState);
    }

    @Override
    public Optional<Job> claim(Instant now, Instant until) {
        List<JobRow> open =
                read(statements -> statements.select(SELECT + OPEN + " ORDER BY created_at, job_id", JobRow::read));
        for (JobRow row : open) {
            JobKey job = row.job().key();
            boolean claimed = keep(job, now, until);
            if (claimed) {
                return find(job).filter(current -> !current.progress().state().isOver());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean move(JobKey job, JobProgress from, JobProgress to, String failure, Instant now) {
        return change(statements -> new JobDao(statements).move(job, from, to, failure, now));
    }

    @Override
    public void fail(JobKey job, JobProgress from, String failure, List<RowFault> faults, Instant now) {
        change(statements -> new JobDao(statements).fail(job, from, failure, faults, now));
    }

    @Override
    public boolean keep(JobKey job, Instant now, Instant until) {
        return change(statements -> new JobDao(statements).claim(job, worker, now, until));
    }

    @Override
    public void release(JobKey job) {
        change(statements -> new JobDao(statements).release(job, worker));
    }

    @Override
    public void removeInput(JobKey job) {
        removeAll("job_input", "part", job);
    }

    /** In transactions of a few rows each, so that other writes wait for none of them for long. */
    private void removeAll(String table, String column, JobKey job) {
        while (change(statements -> new JobDao(statements).removeSome(table, column, job))) {}
    }

    @Override
    public boolean collected(JobKey job, long inputBytes) {
        return change(statements -> new JobDao(statements).collected(job, inputBytes, worker));
    }

    @Override
    public boolean cancel(JobKey job, Instant now) {
        return change(statements -> statements.update(
                "UPDATE job SET state = 'cancelled', ended_at = ? WHERE " + KEY + " AND " + OPEN,
                now.toEpochMilli(),
                job.tenantId(),
                job.id()));
    }

    @Override
    public void removeOld(Instant overBefore, Instant receivingBefore) {
        read(statements -> new JobDao(statements).old(overBefore, receivingBefore))
                .forEach(this::remove);
        read(statements -> new JobDao(statements).overWithInput()).forEach(this::removeInput);
    }

    @Override
    public void remove(JobKey job) {
        removeInput(job);
        removeAll("job_fault", "row_number", job);
        change(statements -> statements.update("DELETE FROM job WHERE " + KEY, job.tenantId(), job.id()));
    }

    @Override
    public void close() {
        session.close();
    }
}
