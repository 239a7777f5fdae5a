package agentsettings.cli.settings;

import agentsettings.cli.options.LimitOption;
import agentsettings.cli.options.TenantOption;
import agentsettings.cli.output.OutputClosedException;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.settings.options.SettingsFilterOptions;
import agentsettings.client.management.UserSettings;
import agentsettings.client.management.records.ExportFormat;
import agentsettings.core.queries.SettingsFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists settings page by page, or exports them in the service's own forms. */
@Command(
        name = "list",
        description = {
            "Lists the settings that meet all conditions.",
            "With --output csv or json it exports them: as CSV with the columns that an import takes, or a JSON object a line with"
                    + " all that the interface has."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings settings list --tenant 202205116084 --number 12323",
            "  agentsettings settings list --tenant 202205116084 --output csv > all.csv"
        })
final class SettingsListCommand implements Callable<Integer> {

    private static final int LINES_BETWEEN_CHECKS = 1000;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private TenantOption tenant;

    @Mixin
    private SettingsFilterOptions filter;

    @Mixin
    private LimitOption limit;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return service.call(client -> list(client.settings(), filter.filter(tenant.id())));
    }

    private int list(UserSettings settings, SettingsFilter wanted) {
        switch (output.format()) {
            case TABLE -> output.list(SettingsColumns.SETTINGS, limit.of(settings.all(wanted)));
            case JSON -> export(settings, wanted, ExportFormat.JSON_LINES);
            case CSV -> export(settings, wanted, ExportFormat.CSV);
        }
        return 0;
    }

    /** No value has a line break, so a line is a record, after the header of CSV. */
    private void export(UserSettings settings, SettingsFilter wanted, ExportFormat form) {
        PrintWriter out = spec.commandLine().getOut();
        String end = form == ExportFormat.CSV ? "\r\n" : "\n";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(settings.export(wanted, form), StandardCharsets.UTF_8))) {
            if (form == ExportFormat.CSV) {
                out.print(lines.readLine() + end);
            }
            int written = 0;
            for (String line : (Iterable<String>) limit.of(lines.lines())::iterator) {
                out.print(line);
                out.print(end);
                if (++written % LINES_BETWEEN_CHECKS == 0) {
                    OutputClosedException.throwIfClosed(out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OutputClosedException.throwIfClosed(out);
    }
}
