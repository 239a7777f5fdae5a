package agentsettings.cli.options;

import agentsettings.client.management.records.Versioned;
import agentsettings.core.requests.Condition;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option that makes a write depend on the version of the record. */
public final class ConditionOption {

    @Option(
            names = "--if-version",
            paramLabel = "VERSION",
            converter = VersionConverter.class,
            description = "does it only if the record still has this version, as show and get print it")
    private String version;

    public boolean isGiven() {
        return version != null;
    }

    public Condition condition() {
        return isGiven() ? new Condition.Version(Set.of(version)) : Condition.NONE;
    }

    /**
     * Returns the failure of a command because the record was changed.
     *
     * @param record what it is
     * @param now as it is now, empty if there is none
     */
    public static <T> CommandFailure changed(String record, Optional<Versioned<T>> now) {
        return new CommandFailure("Nothing was changed, because the " + record + " has changed meanwhile: "
                + now.map(current -> "its version is now " + current.tag() + ".")
                        .orElse("there is none now."));
    }

    /** Takes a version in the form in which the commands print it. */
    static final class VersionConverter extends CheckedText {
        private static final Pattern VERSION = Pattern.compile("[0-9]{1,19}(-[0-9]{1,19})?");

        VersionConverter() {
            super(VersionConverter::fault);
        }

        private static Optional<String> fault(String text) {
            return VERSION.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of(
                            "must be a version as show and get print it, such as 13312 or 2124678797608353792-1.");
        }
    }
}
