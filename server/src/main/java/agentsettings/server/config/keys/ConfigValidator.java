package agentsettings.server.config.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Validates the values of one configuration record and collects every fault. Used by one thread. */
public final class ConfigValidator {

    private final List<String> faults = new ArrayList<>();

    /** Records a fault of the key unless the condition holds. */
    public ConfigValidator require(boolean holds, String key, String otherwise) {
        if (!holds) {
            faults.add(key + ": " + otherwise);
        }
        return this;
    }

    /** Records a fault of the key unless the value is within the bounds, which belong to it. */
    public <T extends Comparable<T>> ConfigValidator requireBetween(String key, T value, T min, T max) {
        boolean holds = value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        return require(holds, key, "must be " + min + " to " + max + ", got " + value + ".");
    }

    /** Records a fault if one of two paths is empty and the other isn't. */
    public ConfigValidator requireTogether(String key, Path path, String otherKey, Path otherPath) {
        boolean empty = path.toString().isEmpty();
        boolean otherEmpty = otherPath.toString().isEmpty();
        return require(!empty || otherEmpty, key, "must be set too when " + otherKey + " is set.")
                .require(empty || !otherEmpty, otherKey, "must be set too when " + key + " is set.");
    }

    /** Throws a {@link ConfigException} if there are faults. */
    public void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
