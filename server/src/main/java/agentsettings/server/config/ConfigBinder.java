package agentsettings.server.config;

import agentsettings.server.addresses.CidrBlocks;
import agentsettings.server.config.keys.ConfigException;
import agentsettings.server.config.keys.ConfigKey;
import agentsettings.server.config.keys.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Converts values by key to configuration records, and collects every fault. An optional value is a duration. Used by one thread. */
final class ConfigBinder {

    private final Map<String, String> values;
    private final List<String> faults;

    ConfigBinder(Map<String, String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** The default of every key of the record and its parts. */
    static Map<String, String> defaults(Class<? extends Record> type) {
        Map<String, String> defaults = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            ConfigKey key = component.getAnnotation(ConfigKey.class);
            if (key != null) {
                defaults.put(key.value(), key.byDefault());
            } else {
                defaults.putAll(defaults(component.getType().asSubclass(Record.class)));
            }
        }
        return defaults;
    }

    /** The keys whose values must not be shown. */
    static List<String> secrets(Class<? extends Record> type) {
        List<String> secrets = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            ConfigKey key = component.getAnnotation(ConfigKey.class);
            if (key == null) {
                secrets.addAll(secrets(component.getType().asSubclass(Record.class)));
            } else if (component.getType() == Secret.class) {
                secrets.add(key.value());
            }
        }
        return secrets;
    }

    /** The record, or null if there are faults. */
    <R extends Record> R bind(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        int faultsBefore = faults.size();
        Object[] arguments = Arrays.stream(components).map(this::argument).toArray();
        if (faults.size() > faultsBefore) {
            return null;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ConfigException invalid) {
                faults.addAll(invalid.faults());
                return null;
            }
            throw new IllegalStateException("Cannot create a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a public record", e);
        }
    }

    private Object argument(RecordComponent component) {
        ConfigKey key = component.getAnnotation(ConfigKey.class);
        if (key == null) {
            return bind(component.getType().asSubclass(Record.class));
        }
        String text = values.get(key.value());
        try {
            return convert(text, component.getType());
        } catch (RuntimeException e) {
            faults.add(key.value() + ": must be " + nameOf(component.getType()) + ", got \"" + text + "\".");
            return null;
        }
    }

    private static Object convert(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == OptionalInt.class) {
            return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
        } else if (type == boolean.class) {
            return truth(text);
        } else if (type == Duration.class) {
            return Duration.parse(text);
        } else if (type == Optional.class) {
            return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
        } else if (type == CidrBlocks.class) {
            return CidrBlocks.parse(text);
        } else if (type == Path.class) {
            return Path.of(text);
        } else if (type == Secret.class) {
            return new Secret(text);
        }
        return text;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String nameOf(Class<?> type) {
        if (type == Duration.class) {
            return "a duration like PT10S";
        } else if (type == Optional.class) {
            return "a duration like P90D, or empty";
        } else if (type == boolean.class) {
            return "true or false";
        }
        if (type == CidrBlocks.class) {
            return "addresses or networks like 10.0.0.0/8, separated by commas";
        }
        return type == Path.class ? "a path" : "a whole number";
    }
}
