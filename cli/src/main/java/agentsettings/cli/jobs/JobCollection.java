package agentsettings.cli.jobs;

import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.JobOperations;

/** The collections of jobs, each with its name in commands. */
public enum JobCollection {
    IMPORTS("import", "The import"),
    BULK_CHANGES("bulk-change", "The bulk change");

    private final String command;
    private final String subject;

    JobCollection(String command, String subject) {
        this.command = command;
        this.subject = subject;
    }

    JobOperations of(ManagementClient client) {
        return switch (this) {
            case IMPORTS -> client.imports();
            case BULK_CHANGES -> client.bulkChanges();
        };
    }

    /** The job as the subject of a sentence. */
    String subject(String jobId) {
        return subject + " " + jobId;
    }

    /** The command that shows, cancels or lists the faults of a job. */
    String command(String verb, String tenantId, String jobId) {
        return "\"agentsettings " + command + " " + verb + " " + jobId + " --tenant " + tenantId + "\"";
    }
}
