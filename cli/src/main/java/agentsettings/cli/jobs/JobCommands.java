package agentsettings.cli.jobs;

/** A group of commands about the jobs of a collection. */
public interface JobCommands {

    JobCollection collection();
}
