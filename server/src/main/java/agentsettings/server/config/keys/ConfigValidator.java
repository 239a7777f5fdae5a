package agentsettings.server.config.keys;

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

    /** Throws a {@link ConfigException} if there are faults. */
    public void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
