package agentsettings.server.config;

import java.util.List;

/** The configuration can't be used; tells every fault at once. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConfigException(List<String> faults) {
        super(String.join("\n", faults));
    }
}
