package agentsettings.storage.jobs;

import agentsettings.core.jobs.JobKey;
import agentsettings.core.jobs.RowFault;
import agentsettings.core.jobs.RowFault.Code;
import agentsettings.storage.jdbc.Column;
import agentsettings.storage.jdbc.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of {@code job_fault}. Immutable.
 *
 * @param ordinal among the faults of the same row of the input
 */
public record JobFaultRow(JobKey job, long ordinal, RowFault fault) {

    public static final Table<JobFaultRow> TABLE = new Table<>(
            "job_fault",
            "tenant_id, job_id, row_number, fault",
            List.of(
                    Column.text("tenant_id", row -> row.job.tenantId()),
                    Column.text("job_id", row -> row.job.id()),
                    Column.number("row_number", row -> row.fault.row()),
                    Column.number("fault", JobFaultRow::ordinal),
                    Column.text("user_id", row -> row.fault.userId()),
                    Column.text("column_name", row -> printable(row.fault.column())),
                    Column.text("code", row -> row.fault.code().text()),
                    Column.text("detail", row -> printable(row.fault.detail()))));

    /** The rows of a job's faults, which are in the order of the input. */
    public static List<JobFaultRow> of(JobKey job, List<RowFault> faults) {
        List<JobFaultRow> rows = new ArrayList<>(faults.size());
        long row = 0;
        long ordinal = 0;
        for (RowFault fault : faults) {
            ordinal = fault.row() == row ? ordinal + 1 : 0;
            row = fault.row();
            rows.add(new JobFaultRow(job, ordinal, fault));
        }
        return rows;
    }

    /** PostgreSQL stores no text with this character, which the name of a column in a file may have. */
    private static String printable(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    /** Reads the columns of {@link #TABLE}. */
    static JobFaultRow read(ResultSet row) throws SQLException {
        RowFault fault = new RowFault(
                row.getLong(3),
                row.getString(5),
                row.getString(6),
                Code.valueOf(row.getString(7).toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString(8));
        return new JobFaultRow(new JobKey(row.getString(1), row.getString(2)), row.getLong(4), fault);
    }
}
