package agentsettings.cli.settings;

import agentsettings.cli.options.ConditionOption;
import agentsettings.cli.options.UserOption;
import agentsettings.cli.output.OutputOption;
import agentsettings.cli.remote.ServiceOptions;
import agentsettings.cli.settings.options.SettingsValueOptions;
import agentsettings.client.management.UserSettings;
import agentsettings.client.management.records.RecordOutcome;
import agentsettings.client.management.records.Settings;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.OutboundSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes a user's settings, or creates them, and shows what has changed. */
@Command(
        name = "set",
        description = {
            "Changes the settings that are given and keeps the others, or creates a user's settings. Shows what has"
                    + " changed."
        },
        footer = {
            "",
            "Examples:",
            "  agentsettings settings set --tenant 202205116084 --user-id u17 \\",
            "    --call-type direct --display-numbers 12323,232232",
            "  agentsettings settings set --tenant 202205116084 --user-id u17 --clear call-type"
        })
final class SettingsSetCommand implements Callable<Integer> {

    private static final OutboundSettings NOTHING_SET = new OutboundSettings(null, null, null, null, null);

    @Mixin
    private ServiceOptions service;

    @Mixin
    private UserOption user;

    @Mixin
    private SettingsValueOptions values;

    @Mixin
    private ConditionOption condition;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        values.requireChange();
        SettingsPatch patch = values.patch();
        return service.call(client -> {
            SettingsWrite write = new SettingsWrite(client.settings(), user.key(), condition);
            SettingsWrite.Effect effect = write.make(before -> set(client.settings(), patch, before));
            write.print(effect, output, spec.commandLine());
            return 0;
        });
    }

    private RecordOutcome<Settings> set(
            UserSettings settings, SettingsPatch patch, Optional<Versioned<Settings>> before) {
        return before.isPresent()
                ? settings.patch(user.key(), patch, before.get().unchanged())
                : settings.put(user.key(), patch.appliedTo(NOTHING_SET), new Condition.Absent());
    }
}
