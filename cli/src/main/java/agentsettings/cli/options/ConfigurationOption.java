package agentsettings.cli.options;

import agentsettings.server.config.ConfigReader;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that names the configuration file. */
public final class ConfigurationOption {

    private static final Path IMPLIED = Path.of("agentsettings.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "configuration file; by default agentsettings.properties, if it exists")
    private Path config;

    private final Map<String, String> environment;

    /** Called through a factory of the command line. */
    public ConfigurationOption(ProgramEnvironment environment) {
        this.environment = environment.variables();
    }

    boolean isGiven() {
        return config != null;
    }

    /** The configuration: a file's, overridden by the environment's. */
    public ConfigReader read() {
        ConfigReader reader = new ConfigReader();
        if (config != null) {
            reader.file(config);
        } else if (IMPLIED.toFile().exists()) {
            reader.file(IMPLIED);
        }
        return reader.environment(environment);
    }
}
