package agentsettings.cli.db;

import agentsettings.server.config.ConfigReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the configuration is. */
final class ConfigurationOption {

    private static final Path IMPLIED = Path.of("agentsettings.properties");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "properties file; agentsettings.properties if there is one")
    private Path config;

    /** The configuration: a file's, over it the environment's. */
    ConfigReader read() {
        ConfigReader reader = new ConfigReader();
        if (config != null) {
            reader.file(config);
        } else if (IMPLIED.toFile().exists()) {
            reader.file(IMPLIED);
        }
        return reader.environment(System.getenv());
    }
}
