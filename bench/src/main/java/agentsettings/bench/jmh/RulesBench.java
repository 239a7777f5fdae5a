package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.rules.SettingsDraft;
import agentsettings.core.rules.SettingsRules;
import agentsettings.wire.SettingsReader;
import org.openjdk.jmh.annotations.Benchmark;

/** Validates drafts and makes commands of them. */
public class RulesBench extends ShortRuns {

    private final SettingsDraft create = SettingsReader.create(Bodies.CREATE);
    private final SettingsDraft update = SettingsReader.update(Bodies.UPDATE);
    private final SettingsDraft user = SettingsReader.user(Bodies.USER);

    @Benchmark
    public CreateSettings create() {
        return SettingsRules.create(Samples.CALLER, create, null);
    }

    @Benchmark
    public UpdateSettings update() {
        return SettingsRules.update(Samples.CALLER, update);
    }

    @Benchmark
    public FindSettings find() {
        return SettingsRules.find(Samples.CALLER, user);
    }
}
