package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invalid command line is reported in two lines, what is wrong and where the help is, with exit code 2. */
final class InvalidCommandLineTest {

    private static final String TENANT = "202205116084";

    @ParameterizedTest
    @CsvSource({
        "--tenent 202205116084, Unknown option: --tenent. Did you mean --tenant?",
        "--tenent=202205116084, Unknown option: --tenent. Did you mean --tenant?",
        "--tenent 202205116084 --key, Unknown option: --tenent. Did you mean --tenant?",
        "--tenant 202205116084 --databse x, Unknown option: --databse. Did you mean --database?",
        "--zzz, Unknown option: --zzz.",
        "-x, Unknown option: -x.",
        "extra, Unexpected argument: extra",
        "--tenant 202205116084 extra, Unexpected argument: extra"
    })
    void anUnknownArgumentIsReportedBeforeAMissingOption(String arguments, String message) {
        assertRefused(message, "app create", ("app create " + arguments).split(" "));
    }

    @Test
    void anOptionIsAlsoKnownByTheEndOfItsName() {
        assertRefused("Unknown option: --name. Did you mean --user-name?", "user set", "user", "set", "--name", "x");
    }

    @Test
    void anUnknownCommandIsReportedWithTheNearestOne() {
        assertRefused("Unknown command: creat. Did you mean create?", "app", "app", "creat");
        assertRefused("Unknown command: sevre. Did you mean serve?", "", "sevre");
        assertRefused("Unknown command: quit.", "", "quit");
        assertRefused("Unknown command: creat. Did you mean create?", "app", "help", "app", "creat");
    }

    @Test
    void aMissingOptionIsNamed() {
        assertRefused("Missing required option: '--tenant=TENANT'", "app create", "app", "create");
        assertRefused(
                "Missing required parameter for option '--tenant' (TENANT)",
                "app create",
                List.of("app", "create", "--tenant").toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "serve, --port x, '--port: must be a whole number, got \"x\".'",
        "app create, --tenant 12, '--tenant: must be 12 digits, got 2.'",
        "user list, --tenant abc, --tenant: must be 12 digits; character 1 is not a digit.",
        "user add, --tenant 2022051160841, '--tenant: must be 12 digits, got 13.'",
        "app create, --edition 2024, '--edition: must be 2023 or 2025, got 2024.'",
        "app create, --key ä, --key: must be printable ASCII characters without white space; character 1 is not allowed."
    })
    void anInvalidValueIsReportedWithItsOptionAndRule(String command, String arguments, String message) {
        assertRefused(message, command, (command + " " + arguments).split(" "));
    }

    @Test
    void aKeyThatIsTooLongIsReportedWithItsLength() {
        assertRefused(
                "--key: must be 1 to 64 characters, got 65.",
                "app create",
                List.of("app", "create", "--tenant", TENANT, "--key", "k".repeat(65))
                        .toArray(String[]::new));
    }

    @Test
    void aGroupOfCommandsWithoutACommandShowsItsCommands() {
        for (String group : List.of("app", "user", "db")) {
            CommandRun run = run(group);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("agentsettings: Missing required subcommand", "Usage: agentsettings " + group);
        }
        assertThat(run().err()).contains("Usage: agentsettings ", "generate-completion");
    }

    private static void assertRefused(String message, String command, String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.err().lines())
                .containsExactly(
                        "agentsettings: " + message, "See \"" + ("agentsettings " + command).strip() + " --help\".");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
