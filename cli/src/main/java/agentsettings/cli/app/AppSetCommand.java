package agentsettings.cli.app;

import agentsettings.cli.options.ConditionOption;
import agentsettings.core.apps.Edition;
import agentsettings.core.patches.AppPatch;
import agentsettings.core.patches.Edit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes an app. */
@Command(
        name = "set",
        description = "Changes the edition of an app. Its secret and tokens stay valid.",
        footer = {"", "Example:", "  agentsettings app set --key crm --edition 2025"})
final class AppSetCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Option(
            names = "--edition",
            paramLabel = "YEAR",
            required = true,
            converter = AppCreateCommand.EditionConverter.class,
            completionCandidates = AppCreateCommand.EditionConverter.class,
            description = "edition of the vendor's interface. 2023: requires the app key, the token is optional; 2025:"
                    + " requires the token")
    private Edition edition;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        app.change(new AppPatch(Edit.assign(edition), Edit.keep()), condition);
        spec.commandLine().getOut().println("The app " + app.key() + " is changed.");
        return 0;
    }
}
