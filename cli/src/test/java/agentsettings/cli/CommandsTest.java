package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types, and what comes back. */
final class CommandsTest {

    private static final String TENANT = "202205116084";

    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void chooseFolder() {
        data = folder.resolve("data").toString();
    }

    @Test
    void anAppIsCreatedListedDisabledAndEnabled() {
        CommandRun created = run("app", "create", "--data", data, "--key", "crm", "--tenant", TENANT);
        assertThat(created.exitCode()).isZero();
        assertThat(created.out()).matches("(?s)app_key=crm\\s+app_secret=[0-9a-f]{64}\\s+");
        assertThat(run("app", "list", "--data", data).out()).contains("crm", TENANT, "2025", "enabled");
        assertThat(run("app", "disable", "--data", data, "--key", "crm").out()).contains("The app crm is disabled.");
        assertThat(run("app", "list", "--data", data).out()).contains("disabled");
        assertThat(run("app", "enable", "--data", data, "--key", "crm").out()).contains("The app crm is enabled.");
    }

    @Test
    void aSecretIsShownOnceAndStoredNowhere() throws IOException {
        CommandRun created = run("app", "create", "--data", data, "--key", "crm", "--tenant", TENANT);
        String secret = created.out().replaceAll("(?s).*app_secret=(\\S+).*", "$1");
        CommandRun rotated = run("app", "rotate-secret", "--data", data, "--key", "crm");
        String next = rotated.out().replaceAll("(?s).*app_secret=(\\S+).*", "$1");
        assertThat(next).hasSize(64).isNotEqualTo(secret);
        assertThat(run("app", "list", "--data", data).out()).doesNotContain(secret, next);
        try (var files = Files.list(Path.of(data))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .asString(java.nio.charset.StandardCharsets.ISO_8859_1)
                            .doesNotContain(secret, next));
        }
    }

    @Test
    void anOperatorMayBringAKeyAndSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "x".repeat(32) + "\n");
        CommandRun created = run(
                "app", "create", "--data", data, "--key", "k", "--tenant", TENANT, "--secret-file", file.toString());
        assertThat(created.exitCode()).isZero();
        assertThat(created.out()).isEqualToIgnoringNewLines("app_key=k");
        Files.writeString(file, "x".repeat(31));
        CommandRun tooShort = run(
                "app", "create", "--data", data, "--key", "l", "--tenant", TENANT, "--secret-file", file.toString());
        assertThat(tooShort.exitCode()).isEqualTo(1);
        assertThat(tooShort.err()).contains("--secret-file", "32 to 256").doesNotContain("xxxx");
    }

    @Test
    void whatIsWrongWithAnAppIsNamed() {
        assertThat(run("app", "create", "--data", data, "--key", "k", "--tenant", "12")
                        .err())
                .contains("tenant: must be 12 digits; got 2 characters.");
        assertThat(run("app", "create", "--data", data, "--tenant", TENANT, "--edition", "2024")
                        .err())
                .contains("--edition: 2023 or 2025, not 2024.");
        assertThat(run("app", "create", "--data", data).exitCode()).isEqualTo(2);
        assertThat(run("app", "disable", "--data", data, "--key", "none").err()).contains("there is no app none.");
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
        assertThat(run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT)
                        .err())
                .contains("there is an app k already.");
    }

    @Test
    void usersAreAddedAndListed() {
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
        CommandRun added = addUser("10gg000000y6OOrNaUFs", "y111");
        assertThat(added.out()).contains("The user 10gg000000y6OOrNaUFs is added.");
        assertThat(run("user", "list", "--data", data, "--tenant", TENANT).out())
                .contains("10gg000000y6OOrNaUFs", "y111");
        assertThat(addUser("10gg000000y6OOrNaUFs", "y112").err()).contains("--user-id");
        assertThat(addUser("another", "y111").err()).contains("--account: another user");
        assertThat(addUser("another", "y").err()).contains("--account: must be 3 to 64 characters; got 1.");
        assertThat(run("user", "add", "--data", data, "--tenant", "999999999999", "--user-id", "a", "--account", "abc")
                        .err())
                .contains("--tenant: no app acts in 999999999999");
    }

    @Test
    void theDemoIsRefusedWhereOthersCouldReachIt() {
        CommandRun refused = run("serve", "--demo", "--host", "0.0.0.0", "--port", "0", "--data", data);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--demo: refused on 0.0.0.0");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void everyFaultOfAConfigurationIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("c.properties"), "http.prot=1\nhttp.port=x\n");
        CommandRun refused = run("serve", "--config", file.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("http.prot: no such key; the nearest is http.port.", "http.port: must be");
    }

    @Test
    void helpIsThereForEveryCommand() {
        for (String command : new String[] {"serve", "app", "user", "db"}) {
            CommandRun help = run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: agentsettings " + command);
        }
        assertThat(run().err()).contains("A command is missing.");
    }

    private CommandRun addUser(String userId, String account) {
        return run("user", "add", "--data", data, "--tenant", TENANT, "--user-id", userId, "--account", account);
    }
}
