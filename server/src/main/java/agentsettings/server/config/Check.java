package agentsettings.server.config;

import java.util.ArrayList;
import java.util.List;

/** Checks the values of one configuration record, and collects every fault. Used by one thread. */
final class Check {

    private final List<String> faults = new ArrayList<>();

    /** Notes a fault of the key unless the rule holds. */
    Check that(boolean holds, String key, String otherwise) {
        if (!holds) {
            faults.add(key + ": " + otherwise);
        }
        return this;
    }

    <T extends Comparable<T>> Check between(String key, T value, T min, T max) {
        boolean holds = value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        return that(holds, key, "must be " + min + " to " + max + ", got " + value + ".");
    }

    /** Throws a {@link ConfigException} if there are faults. */
    void end() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
