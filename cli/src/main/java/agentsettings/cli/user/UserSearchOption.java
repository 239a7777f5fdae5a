package agentsettings.cli.user;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that searches users for a text. */
public final class UserSearchOption {

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "part of the USER_ID, SUM_USER_ID, account or name, in any case")
    private Optional<String> text;

    public Optional<String> text() {
        return text;
    }
}
