package agentsettings.server.config;

/** A value that is never shown. */
public record Secret(String value) {

    @Override
    public String toString() {
        return value.isEmpty() ? "" : "***";
    }
}
