package agentsettings.storage.copy;

import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.CopySource;
import agentsettings.storage.CopyTarget;
import agentsettings.storage.Database;
import agentsettings.storage.Migration;
import agentsettings.storage.jdbc.Table;
import agentsettings.storage.jobs.JobInputRow;
import agentsettings.storage.progress.WorkProgress;
import agentsettings.storage.schema.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies everything that a database holds into an empty database of the other engine: from one state of the source, in one
 * transaction of the target, which is committed after reading it back has shown the same rows. Used by one thread.
 */
public final class DatabaseCopy {

    /** Each has up to 128 KiB. */
    private static final int BATCH_OF_INPUTS = 64;

    private static final int BATCH_ROWS = 4096;

    private final WorkProgress progress;

    public DatabaseCopy(WorkProgress progress) {
        this.progress = progress;
    }

    /**
     * Copies. A SQLite database must have been opened exclusively.
     *
     * @return the comparison of each table; unless all are equal, the target is still empty
     * @throws StoreUnavailable if the copy is refused or fails; the target is still empty
     * @throws OutcomeUnknown if the commit fails; the target is empty or holds the whole copy
     */
    public List<TableComparison> copy(Database from, Database to) {
        if (from.getClass().equals(to.getClass())) {
            throw new StoreUnavailable("Source and target use the same engine: " + from + " and " + to + ".", null);
        }
        if (!from.migrations().stream().allMatch(Migration::applied)) {
            throw new StoreUnavailable(
                    "The schema of " + from + " is not up to date; run ./agentsettings db migrate on it first.", null);
        }
        try (CopySource source = from.openCopySource()) {
            requireEmpty(to.rowCounts(), to);
            to.migrate();
            try (CopyTarget target = to.openCopyTarget()) {
                requireEmpty(target.rowCounts(), to);
                return copy(source, target);
            }
        } catch (OutcomeUnknown e) {
            throw new OutcomeUnknown(
                    "The commit of the copy failed: " + to + " is empty or holds the whole copy. Run ./agentsettings db"
                            + " status on it",
                    e.getCause());
        } catch (StoreUnavailable e) {
            throw e.getCause() == null
                    ? e
                    : new StoreUnavailable("Can't copy " + from + " to " + to + "; nothing was copied", e.getCause());
        }
    }

    private static void requireEmpty(Map<String, Long> rowCounts, Database to) {
        rowCounts.forEach((table, rows) -> {
            if (rows > 0) {
                throw new StoreUnavailable(
                        to + " is not empty: its table " + table + " has " + rows + " rows. Nothing was changed.",
                        null);
            }
        });
    }

    private List<TableComparison> copy(CopySource source, CopyTarget target) {
        long rows =
                source.rowCounts().values().stream().mapToLong(Long::longValue).sum();
        progress.begin("copying", rows);
        Map<Table<?>, Checksum> written = new LinkedHashMap<>();
        for (Table<?> table : Tables.ALL) {
            written.put(table, copy(table, source, target));
        }
        target.continueNumbers();
        progress.begin("checking", rows);
        List<TableComparison> comparisons = new ArrayList<>();
        written.forEach((table, checksum) -> comparisons.add(compare(table, checksum, target)));
        if (comparisons.stream().allMatch(TableComparison::equal)) {
            target.renewFeed();
            target.commit();
        }
        return comparisons;
    }

    private Checksum copy(Table<?> table, CopySource source, CopyTarget target) {
        Checksum checksum = new Checksum();
        int rowsMax = table.equals(JobInputRow.TABLE) ? BATCH_OF_INPUTS : BATCH_ROWS;
        List<Object[]> batch = new ArrayList<>(rowsMax);
        source.read(table, row -> {
            checksum.add(row);
            batch.add(row);
            if (batch.size() == rowsMax) {
                write(table, batch, target);
            }
        });
        write(table, batch, target);
        return checksum;
    }

    private void write(Table<?> table, List<Object[]> batch, CopyTarget target) {
        target.write(table, batch);
        progress.done(batch.size());
        batch.clear();
    }

    private TableComparison compare(Table<?> table, Checksum written, CopyTarget target) {
        Checksum read = new Checksum();
        target.read(table, row -> {
            read.add(row);
            if (read.rows() % BATCH_ROWS == 0) {
                progress.done(BATCH_ROWS);
            }
        });
        progress.done(read.rows() % BATCH_ROWS);
        return new TableComparison(table.name(), written.rows(), written.sum(), read.rows(), read.sum());
    }
}
