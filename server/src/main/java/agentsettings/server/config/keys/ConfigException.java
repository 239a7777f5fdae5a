package agentsettings.server.config.keys;

import java.util.List;

/** The configuration is invalid. Holds every fault. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public ConfigException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** A sentence for each fault, which names the key and the rule. */
    public List<String> faults() {
        return faults;
    }
}
