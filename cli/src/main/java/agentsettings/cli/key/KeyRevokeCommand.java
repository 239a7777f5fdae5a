package agentsettings.cli.key;

import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.remote.ServiceOrDatabase;
import agentsettings.server.Databases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Revokes a management key. */
@Command(name = "revoke", description = "Revokes a management key: removes it, so that it is accepted no more.")
final class KeyRevokeCommand implements Callable<Integer> {

    @Mixin
    private ServiceOrDatabase place;

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            converter = KeyConverters.Id.class,
            description = "the key's id: the 8 characters after ask_, as key list shows them")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean revoked = place.choose(
                client -> client.keys().delete(id),
                database ->
                        database.inDirectory(Databases::openExisting, directory -> directory.removeManagementKey(id)));
        if (!revoked) {
            throw new CommandFailure("--id: the management key " + id + " does not exist.");
        }
        spec.commandLine().getOut().println("The management key " + id + " is revoked.");
        return 0;
    }
}
