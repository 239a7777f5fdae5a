package agentsettings.storage;

import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.storage.queue.BatchLimits;
import agentsettings.storage.verify.Finding;
import agentsettings.storage.verify.Findings;
import java.time.InstantSource;
import java.util.List;

/** An engine as its contracts see it: a database of its own, empty at first, that can be opened and looked into. */
public interface Engine extends AutoCloseable {

    int QUEUE_MAX = 10_000;
    int BATCH_MAX = 50;

    Database database();

    /** Opens a store on the database; the one opened before must have been closed. */
    default Store open(InstantSource clock) {
        return database().openStore(clock, new BatchLimits(QUEUE_MAX, BATCH_MAX), Runnable::run);
    }

    /**
     * Opens the records for reading.
     *
     * @param searchedRowsMax the number of rows after which a search ends a page
     */
    Records openRecords(InstantSource clock, int searchedRowsMax);

    /** Executes SQL as an operator might by hand. */
    void execute(String sql);

    /** Bytes as SQL writes them. */
    String bytes(String hex);

    /** The number of lanes that write at the same time. */
    default int lanes() {
        return 1;
    }

    /** The whole change log, in the order of its numbers; with several lanes numbered in the order in which it was written. */
    List<LoggedChange> changeLog();

    /** What a verification finds, except what the store does not ask for: tenant spaces, and accounts that are long enough. */
    default List<String> findings() {
        Findings findings = new Findings(100);
        database().verify(findings, SilentProgress.SILENT);
        return findings.kept().stream()
                .filter(finding -> !finding.rule().equals("its tenant space does not exist"))
                .filter(finding -> !finding.rule().startsWith("account must be"))
                .map(Finding::toString)
                .toList();
    }

    /** Lets go of the database; what was opened must have been closed. */
    @Override
    void close();
}
