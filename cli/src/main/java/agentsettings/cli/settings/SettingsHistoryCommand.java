package agentsettings.cli.settings;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the changes of a user and its settings. */
@Command(
        name = "history",
        description = "Lists the changes of a user and its settings, the newest first: who, when, and what differs.",
        footer = {"", "Example:", "  agentsettings settings history --tenant 202205116084 --user-id u17 --limit 5"})
final class SettingsHistoryCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Override
    public Integer call() {
        return service.call(client -> {
            output.list(HistoryColumns.HISTORY, limit.of(client.settings().wholeHistory(user.key())));
            return 0;
        });
    }
}
