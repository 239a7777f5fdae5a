package agentsettings.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers configuration values by key: a file's, over those the environment's, over those the command line's. Keys that don't exist
 * are faults, told with the nearest that does. Used by one thread.
 */
public final class ConfigReader {

    private static final String ENVIRONMENT_PREFIX = "AGENTSETTINGS_";
    /** Read by the launcher, not by us. */
    private static final String LAUNCHER_VARIABLE = "AGENTSETTINGS_JAVA_OPTS";

    private final Set<String> known = ConfigBinder.defaults(ServerConfig.class).keySet();
    private final Map<String, String> values = new TreeMap<>(ConfigBinder.defaults(ServerConfig.class));
    private final List<String> faults = new ArrayList<>();

    /** Takes the values of a properties file. */
    public ConfigReader file(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add("Can't read " + path + ": " + e.getMessage());
        }
        properties.stringPropertyNames().stream().sorted().forEach(key -> {
            if (known.contains(key)) {
                values.put(key, properties.getProperty(key).strip());
            } else {
                faults.add(key + ": no such key; the nearest is " + NearestWord.to(key, known) + ".");
            }
        });
        return this;
    }

    /** Takes the values of environment variables, named like {@code AGENTSETTINGS_HTTP_PORT} for {@code http.port}. */
    public ConfigReader environment(Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        known.forEach(key -> keys.put(variable(key), key));
        environment.forEach((name, value) -> {
            if (keys.containsKey(name)) {
                values.put(keys.get(name), value.strip());
            } else if (name.startsWith(ENVIRONMENT_PREFIX) && !name.equals(LAUNCHER_VARIABLE)) {
                faults.add(name + ": no such variable; the nearest is " + NearestWord.to(name, keys.keySet()) + ".");
            }
        });
        return this;
    }

    /** Takes a value given on the command line; null where it wasn't. */
    public ConfigReader flag(String key, Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
        return this;
    }

    /** The effective value of every key, secrets left out of sight. */
    public Map<String, String> effective() {
        Map<String, String> shown = new TreeMap<>(values);
        ConfigBinder.secrets(ServerConfig.class)
                .forEach(key -> shown.computeIfPresent(key, (k, value) -> new Secret(value).toString()));
        return shown;
    }

    /**
     * The configuration.
     *
     * @throws ConfigException telling every fault
     */
    public ServerConfig read() {
        ServerConfig config = new ConfigBinder(values, faults).bind(ServerConfig.class);
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return config;
    }

    private static String variable(String key) {
        return ENVIRONMENT_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
