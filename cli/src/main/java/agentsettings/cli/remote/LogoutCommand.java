package agentsettings.cli.remote;

import agentsettings.cli.options.ProgramEnvironment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deletes the user's profile. */
@Command(
        name = "logout",
        description = "Deletes what login has stored. The key stays valid; \"agentsettings key revoke\" ends it.")
public final class LogoutCommand implements Callable<Integer> {

    private final ProgramEnvironment environment;

    @Spec
    private CommandSpec spec;

    /** Called through a factory of the command line. */
    public LogoutCommand(ProgramEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        boolean deleted =
                ProfileFile.of(environment.variables()).map(ProfileFile::delete).orElse(false);
        spec.commandLine().getOut().println(deleted ? "Logged out." : "Nobody was logged in.");
        return 0;
    }
}
