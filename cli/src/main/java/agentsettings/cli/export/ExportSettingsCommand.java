package agentsettings.cli.export;

import agentsettings.cli.options.TenantOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.settings.options.SettingsFilterOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Exports settings. */
@Command(
        name = "settings",
        description = "Exports the settings of a tenant space.",
        footer = {
            "",
            "Examples:",
            "  agentsettings export settings --tenant 202205116084 --to settings.csv",
            "  agentsettings export settings --tenant 202205116084 --number 12323 --format jsonl"
        })
final class ExportSettingsCommand implements Callable<Integer> {

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private SettingsFilterOptions options;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() {
        return service.call(client ->
                export.write("settings", format -> client.settings().export(options.filter(tenant.id()), format)));
    }
}
