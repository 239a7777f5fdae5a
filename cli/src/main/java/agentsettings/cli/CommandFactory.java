package agentsettings.cli;

import agentsettings.cli.options.ConfigurationOption;
import agentsettings.cli.options.ProgramEnvironment;
import agentsettings.cli.remote.LoginCommand;
import agentsettings.cli.remote.LogoutCommand;
import agentsettings.cli.remote.ServiceOptions;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Creates commands and their options, and gives the environment to those that need it. Immutable. */
record CommandFactory(ProgramEnvironment environment) implements IFactory {

    private static final IFactory OTHERS = CommandLine.defaultFactory();

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ConfigurationOption.class) {
            return type.cast(new ConfigurationOption(environment));
        } else if (type == ServiceOptions.class) {
            return type.cast(new ServiceOptions(environment));
        } else if (type == LoginCommand.class) {
            return type.cast(new LoginCommand(environment));
        } else if (type == LogoutCommand.class) {
            return type.cast(new LogoutCommand(environment));
        }
        return OTHERS.create(type);
    }
}
