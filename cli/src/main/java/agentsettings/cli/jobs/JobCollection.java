package agentsettings.cli.jobs;

import agentsettings.cli.output.OutputColumn;
import agentsettings.cli.output.OutputFormat;
import agentsettings.cli.output.OutputOption;
import agentsettings.client.management.ManagementClient;
import agentsettings.client.management.jobs.JobOperations;
import agentsettings.client.management.jobs.JobRecord;
import agentsettings.core.jobs.RowFault;
import java.util.List;
import java.util.stream.Stream;

/** The collections of jobs, each with its name in commands, and how its jobs are shown. */
public enum JobCollection {
    IMPORTS("import", "Rows"),
    BULK_CHANGES("bulk-change", "Users");

    private final String command;
    private final String counted;

    JobCollection(String command, String counted) {
        this.command = command;
        this.counted = counted;
    }

    JobOperations of(ManagementClient client) {
        return switch (this) {
            case IMPORTS -> client.imports();
            case BULK_CHANGES -> client.bulkChanges();
        };
    }

    /** The job as the subject of a sentence. */
    String subject(String jobId) {
        return "The " + noun() + " " + jobId;
    }

    /** One of its jobs, in a sentence. */
    String noun() {
        return command.replace('-', ' ');
    }

    /** What its jobs are made of, at the beginning of a sentence. */
    String counted() {
        return counted;
    }

    /** The command that shows, cancels or lists the faults of a job. */
    String command(String verb, String tenantId, String jobId) {
        return "\"agentsettings " + command + " " + verb + " " + jobId + " --tenant " + tenantId + "\"";
    }

    /** The command that shows the newest job. */
    String listCommand(String tenantId) {
        return "\"agentsettings " + command + " list --tenant " + tenantId + " --limit 1\"";
    }

    /** The columns of the faults of a job. */
    public List<OutputColumn<RowFault>> faultColumns() {
        return switch (this) {
            case IMPORTS -> JobColumns.FAULT_OF_ROW;
            case BULK_CHANGES -> JobColumns.FAULT_OF_USER;
        };
    }

    private List<OutputColumn<JobRecord>> columns() {
        return switch (this) {
            case IMPORTS -> JobColumns.IMPORT;
            case BULK_CHANGES -> JobColumns.BULK_CHANGE;
        };
    }

    /** Prints a job; as JSON, the one that the service has sent. */
    void show(JobRecord job, OutputOption output) {
        if (output.format() == OutputFormat.JSON) {
            output.line(job.json());
        } else {
            output.show(columns(), job);
        }
    }

    /** Prints jobs; as JSON, those that the service has sent. */
    void list(Stream<JobRecord> jobs, OutputOption output) {
        if (output.format() == OutputFormat.JSON) {
            jobs.forEach(job -> output.line(job.json()));
        } else {
            output.list(columns(), jobs);
        }
    }
}
