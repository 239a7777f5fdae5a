package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
    void noSecretIsPrintedThatTheServersKeyCannotVerify() throws IOException {
        run("app", "create", "--data", data, "--key", "crm", "--tenant", TENANT);
        Path key = Path.of(data, "secret-hash.key");
        Path elsewhere = Files.move(key, folder.resolve("backup"));
        for (String[] command : new String[][] {{"create", "--tenant", TENANT}, {"rotate-secret", "--key", "crm"}}) {
            String[] arguments = with(with(new String[] {"app"}, command), "--data", data);
            CommandRun refused = run(arguments);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains(key + " is missing.", "Copy it from a backup");
            assertThat(key).doesNotExist();
            Files.write(key, new byte[32]);
            assertThat(run(arguments).err()).contains(key + " is not the key", "expected ");
            Files.delete(key);
        }
        Files.move(elsewhere, key);
        assertThat(run("app", "rotate-secret", "--data", data, "--key", "crm").exitCode())
                .isZero();
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
        assertThat(tooShort.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: --secret-file: the secret must have 32 to 256 characters, got 31.");
    }

    @Test
    void anAppExistsOnceAndMustExistToBeChanged() {
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
        assertFailed("--key: the app none does not exist.", "app", "disable", "--data", data, "--key", "none");
        assertFailed(
                "--key: the app k already exists.", "app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
    }

    @Test
    void usersAreAddedAndListed() {
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT);
        CommandRun added = addUser("10gg000000y6OOrNaUFs", "y111");
        assertThat(added.out()).contains("The user 10gg000000y6OOrNaUFs is added.");
        assertThat(run("user", "list", "--data", data, "--tenant", TENANT).out())
                .contains("10gg000000y6OOrNaUFs", "y111");
        assertThat(addUser("10gg000000y6OOrNaUFs", "y112").err()).contains("--user-id");
        assertThat(addUser("another", "y111").err()).contains("--account: a user of the tenant space has this account");
        assertThat(addUser("another", "y").err()).contains("--account: must be 3 to 64 characters; got 1.");
        assertThat(run("user", "add", "--data", data, "--tenant", "999999999999", "--user-id", "a", "--account", "abc")
                        .err())
                .contains("--tenant: the tenant space 999999999999 does not exist; create it with");
    }

    @Test
    void onlyCommandsThatCreateMakeADatabaseThatIsMissing() {
        for (String[] command : new String[][] {
            {"app", "list"},
            {"app", "disable", "--key", "k"},
            {"app", "rotate-secret", "--key", "k"},
            {"app", "show", "--key", "k"},
            {"app", "delete", "--key", "k"},
            {"key", "list"},
            {"key", "revoke", "--id", "aaaaaaaa"},
            {"tenant", "list"},
            {"tenant", "show", "--tenant", TENANT},
            {"tenant", "set", "--tenant", TENANT, "--name", "n"},
            {"tenant", "delete", "--tenant", TENANT},
            {"user", "list", "--tenant", TENANT},
            {"user", "add", "--tenant", TENANT, "--user-id", "u", "--account", "abc"}
        }) {
            assertFailed(
                    "No database in " + data
                            + "; serve, db migrate, db copy and the create commands of app, key and tenant make"
                            + " one.",
                    with(command, "--data", data));
        }
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void theDataFolderMustHaveAName() {
        assertThat(run("app", "list", "--data", "").err()).contains("storage.data (--data): must not be empty");
    }

    @Test
    void theDemoIsRefusedWhereOthersCouldReachIt() {
        CommandRun refused = run("serve", "--demo", "--host", "0.0.0.0", "--port", "0", "--data", data);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("--demo: not allowed on 0.0.0.0");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void theDemosCredentialsAreRefusedWhereOthersCouldReachThem() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "demo-app-secret-for-local-use-only\n");
        run("app", "create", "--data", data, "--key", "k", "--tenant", TENANT, "--secret-file", secret.toString());
        CommandRun refused = run("serve", "--host", "0.0.0.0", "--port", "0", "--data", data);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("The app k has the credentials of the demo, which are public")
                .contains("app rotate-secret");
    }

    @Test
    void aTableHasNoHeaderWhenItCannotBeRead() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        for (String[] command : new String[][] {{"app", "list"}, {"user", "list", "--tenant", TENANT}}) {
            CommandRun failed = run(with(command, "--data", noFolder.toString()));
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err()).contains("The data folder " + noFolder + " is a file.");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithTheReason() {
        String missing = folder.resolve("missing").toString();
        assertFailed(
                "--secret-file: cannot read " + missing + ": no such file or directory",
                with(new String[] {"app", "create", "--data", data, "--tenant", TENANT}, "--secret-file", missing));
        assertFailed("Cannot read " + missing + ": no such file or directory.", "serve", "--config", missing);
    }

    private static void assertFailed(String message, String... arguments) {
        CommandRun failed = run(arguments);
        assertThat(failed.err()).isEqualToIgnoringNewLines("agentsettings: " + message);
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    private static String[] with(String[] command, String... options) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    private CommandRun addUser(String userId, String account) {
        return run("user", "add", "--data", data, "--tenant", TENANT, "--user-id", userId, "--account", account);
    }
}
