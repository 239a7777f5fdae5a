package agentsettings.cli.key;

import agentsettings.cli.options.DatabaseOptions;
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
    private DatabaseOptions database;

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
        if (!database.inDirectory(Databases::openExisting, directory -> directory.removeManagementKey(id))) {
            throw new IllegalArgumentException("--id: the management key " + id + " does not exist.");
        }
        spec.commandLine().getOut().println("The management key " + id + " is revoked.");
        return 0;
    }
}
