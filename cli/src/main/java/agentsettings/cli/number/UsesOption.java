package agentsettings.cli.number;

import agentsettings.cli.options.ConstantConverter;
import agentsettings.client.management.numbers.UsesThen;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says what becomes of the settings that use what is taken back. */
final class UsesOption {

    @Option(
            names = "--uses",
            paramLabel = "keep|clear",
            converter = UsesConverter.class,
            completionCandidates = UsesConverter.class,
            description = "what becomes of settings that use it: keep leaves them as they are, clear takes the number"
                    + " out of them; without this, a number in use is not taken back")
    private Optional<UsesThen> uses;

    Optional<UsesThen> uses() {
        return uses;
    }

    /** Takes keep or clear. */
    static final class UsesConverter extends ConstantConverter<UsesThen> {
        UsesConverter() {
            super(UsesThen.class);
        }
    }

    /** What to say of a number in use, after what the service says. */
    static String inUse(String detail) {
        return detail.replace("Send uses=", "Give --uses=").replace(" uses=", " --uses=");
    }
}
