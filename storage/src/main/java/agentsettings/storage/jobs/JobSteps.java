package agentsettings.storage.jobs;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.JobProgress;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.state.UnloggedChange.JobAdvanced;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads and stores how far jobs have come, within a write transaction. Used by one thread. */
public record JobSteps(Connection connection) {

    private static final String SELECT = "SELECT " + JobRow.PROGRESS + " FROM job WHERE tenant_id = ? AND job_id = ?";
    private static final String UPDATE =
            "UPDATE job SET " + JobRow.PROGRESS.replace(",", " = ?,") + " = ? WHERE tenant_id = ? AND job_id = ?";

    public Optional<JobProgress> read(JobKey job) throws SQLException {
        return read(SELECT, job);
    }

    /** Reads how far the job has come, and keeps other transactions from advancing it. */
    public Optional<JobProgress> lock(JobKey job) throws SQLException {
        return read(SELECT + " FOR UPDATE", job);
    }

    private Optional<JobProgress> read(String sql, JobKey job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, job.tenantId());
            select.setString(2, job.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(JobRow.readProgress(row, 1)) : Optional.empty();
            }
        }
    }

    /** Stores a step that was decided. */
    public void store(JobAdvanced advanced) throws SQLException {
        set(advanced.job(), advanced.progress());
        add(advanced.job(), advanced.faults());
    }

    /** Stores faults of rows that have none yet. */
    void add(JobKey job, List<RowFault> faults) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(JobFaultRow.TABLE.insert())) {
            for (JobFaultRow fault : JobFaultRow.of(job, faults)) {
                JobFaultRow.TABLE.bind(insert, 1, fault);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void set(JobKey job, JobProgress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, JobRow.encode(progress.state()));
            update.setLong(2, progress.rowsRead());
            update.setLong(3, progress.rowsApplied());
            update.setLong(4, progress.rowsUnchanged());
            update.setLong(5, progress.rowsFaulty());
            update.setLong(6, progress.rowsWarned());
            update.setLong(7, progress.bytesRead());
            update.setString(8, job.tenantId());
            update.setString(9, job.id());
            update.executeUpdate();
        }
    }
}
