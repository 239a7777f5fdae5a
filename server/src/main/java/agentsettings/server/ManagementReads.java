package agentsettings.server;

import agentsettings.core.jobs.Jobs;
import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.storage.Database;
import java.time.InstantSource;

/** What the management interface has of the database for itself, over connections of its own. */
public record ManagementReads(Records records, ChangeFeed feed, Directory directory, Jobs jobs)
        implements AutoCloseable {

    static ManagementReads open(Database database, InstantSource clock) {
        return new ManagementReads(
                database.openRecords(clock), database.openFeed(), database.openDirectory(), database.openJobs());
    }

    @Override
    public void close() {
        try (records;
                feed;
                directory;
                jobs) {
            // closes each, even if another fails
        }
    }
}
