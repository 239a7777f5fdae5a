package agentsettings.server.config;

import agentsettings.server.config.keys.ConfigException;
import agentsettings.server.config.keys.Secret;
import agentsettings.server.config.messages.FileFailure;
import agentsettings.server.config.messages.NearestWord;
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
import java.util.stream.Collectors;

/**
 * Collects configuration values by key from a file, the environment and the command line; each overrides those read before it. An
 * unknown key is a fault, reported with the nearest known one. Used by one thread.
 */
public final class ConfigReader {

    private static final String ENVIRONMENT_PREFIX = "AGENTSETTINGS_";
    /** Read by the launcher, and by commands that call a service. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("AGENTSETTINGS_JAVA_OPTS", "AGENTSETTINGS_URL", "AGENTSETTINGS_KEY");

    private final Map<String, String> values = new TreeMap<>(ConfigBinder.defaults(ServerConfig.class));
    private final Set<String> known = Set.copyOf(values.keySet());
    private final Map<String, String> sources = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Reads a properties file. */
    public ConfigReader file(Path path) {
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) { // for each line
                if (containsKey(key)) {
                    faults.add(key + " (" + path + "): must be set once.");
                }
                return super.put(key, value);
            }
        };
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            faults.add("Cannot read " + path + ": " + FileFailure.reason(e) + ".");
        } catch (IllegalArgumentException e) {
            faults.add("Cannot read " + path + ": " + e.getMessage());
        }
        properties.stringPropertyNames().stream().sorted().forEach(key -> {
            if (known.contains(key)) {
                set(key, properties.getProperty(key), path.toString());
            } else {
                faults.add(key + " (" + path + "): unknown key" + suggestion(key, known));
            }
        });
        return this;
    }

    /** Reads environment variables, named like {@code AGENTSETTINGS_HTTP_PORT} for {@code http.port}. */
    public ConfigReader environment(Map<String, String> environment) {
        Map<String, String> keys = known.stream().collect(Collectors.toMap(ConfigReader::variable, key -> key));
        environment.forEach((name, value) -> {
            if (keys.containsKey(name)) {
                set(keys.get(name), value, name);
            } else if (name.startsWith(ENVIRONMENT_PREFIX) && !OTHER_VARIABLES.contains(name)) {
                faults.add(name + ": unknown environment variable" + suggestion(name, keys.keySet()));
            }
        });
        return this;
    }

    /** Takes the value of a command line option; null if it was not given. */
    public ConfigReader option(String option, String key, Object value) {
        if (value != null) {
            set(key, value.toString(), option);
        }
        return this;
    }

    /** Takes a value that an option implies, unless something sets the key itself. */
    public ConfigReader implied(String option, String key, Object value) {
        return sources.containsKey(key) ? this : option(option, key, value);
    }

    /** Every key with its effective value, in alphabetical order. */
    public List<Setting> settings() {
        List<String> secrets = ConfigBinder.secrets(ServerConfig.class);
        return values.entrySet().stream()
                .map(entry -> {
                    String key = entry.getKey();
                    String value = entry.getValue();
                    String shown = secrets.contains(key) ? new Secret(value).toString() : value;
                    return new Setting(key, shown, sources.getOrDefault(key, Setting.DEFAULT));
                })
                .toList();
    }

    /**
     * The configuration.
     *
     * @throws ConfigException with every fault
     */
    public ServerConfig read() {
        List<String> invalid = new ArrayList<>();
        ServerConfig config = new ConfigBinder(values, invalid).bind(ServerConfig.class);
        invalid.forEach(fault -> faults.add(withSource(fault)));
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return config;
    }

    private void set(String key, String value, String source) {
        values.put(key, value.strip());
        sources.put(key, source);
    }

    /** Says after the key where its value was set. */
    private String withSource(String fault) {
        String key = fault.substring(0, fault.indexOf(':'));
        return sources.containsKey(key) ? key + " (" + sources.get(key) + ")" + fault.substring(key.length()) : fault;
    }

    private static String suggestion(String word, Set<String> words) {
        return NearestWord.to(word, words)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; \"agentsettings config\" shows every key.");
    }

    private static String variable(String key) {
        return ENVIRONMENT_PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
