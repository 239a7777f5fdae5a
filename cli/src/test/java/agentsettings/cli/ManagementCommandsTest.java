package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types about tenant spaces, management keys and the second secret of an app, and what comes back. */
final class ManagementCommandsTest {

    private static final String TENANT = "202205116084";
    private static final String UNKNOWN =
            "--tenant: the tenant space 202205116084 does not exist; create it with \"agentsettings tenant create\".";

    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void chooseFolder() {
        data = folder.resolve("data").toString();
    }

    @Test
    void aTenantSpaceIsCreatedShownChangedListedAndDeleted() {
        assertThat(in("tenant create", "--tenant", TENANT, "--name", "Support", "--region", "DE")
                        .out())
                .contains("The tenant space 202205116084 is created.");
        assertFailed("--tenant: the tenant space 202205116084 already exists.", "tenant create", "--tenant", TENANT);
        assertThat(in("tenant show", "--tenant", TENANT).out())
                .containsPattern(
                        "(?s)Tenant +202205116084.Region +DE.Access code +-.Number check +off.Created +\\S+Z.Name +Support");
        assertThat(in(
                                "tenant set",
                                "--tenant",
                                TENANT,
                                "--number-check",
                                "warn",
                                "--access-code",
                                "+4930",
                                "--region",
                                "")
                        .out())
                .contains("The tenant space 202205116084 is changed.");
        assertThat(in("tenant list").out())
                .contains("TENANT", "NUMBER CHECK")
                .containsPattern("202205116084 +- +\\+4930 +warn +\\S+Z +Support");
        assertThat(in("tenant delete", "--tenant", TENANT).out()).contains("is deleted.");
        assertThat(in("tenant list").out()).doesNotContain(TENANT);
        for (String command : List.of("tenant show", "tenant delete")) {
            assertFailed(UNKNOWN, command, "--tenant", TENANT);
        }
        assertFailed(UNKNOWN, "tenant set", "--tenant", TENANT, "--name", "x");
    }

    @Test
    void aTenantSpaceThatHoldsSomethingIsNotDeleted() {
        in("app create", "--tenant", TENANT, "--key", "crm");
        in("user add", "--tenant", TENANT, "--user-id", "u", "--account", "abc");
        in("key create", "--name", "k", "--role", "viewer", "--tenant", TENANT);
        assertFailed(
                "--tenant: the tenant space 202205116084 is in use. Apps: 1, users: 1, management keys: 1, numbers: 0."
                        + " Delete them first.",
                "tenant delete",
                "--tenant",
                TENANT);
    }

    @Test
    void aUserCanBeAddedToATenantSpaceWithoutAnApp() {
        in("tenant create", "--tenant", TENANT);
        assertThat(in("user add", "--tenant", TENANT, "--user-id", "u", "--account", "abc")
                        .exitCode())
                .isZero();
    }

    @Test
    void aManagementKeyIsShownOnceListedAndRevoked() throws IOException {
        CommandRun created = in("key create", "--name", "ops", "--role", "admin");
        assertThat(created.out()).matches("management_key=ask_[a-z0-9]{8}_[0-9a-f]{64}\\s+");
        String id = created.out().substring(19, 27);
        String secret = created.out().substring(28).strip();
        assertThat(in("key list").out())
                .containsPattern(id + " +admin +all +\\S+Z +never +never +ops")
                .doesNotContain(secret);
        try (Stream<Path> files = Files.list(Path.of(data))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .asString(StandardCharsets.ISO_8859_1)
                            .doesNotContain(secret));
        }
        assertThat(in("key revoke", "--id", id).out()).contains("The management key " + id + " is revoked.");
        assertThat(in("key list").out()).doesNotContain(id);
        assertFailed("--id: the management key " + id + " does not exist.", "key revoke", "--id", id);
    }

    @Test
    void listsHaveFormsForPrograms() {
        in("tenant create", "--tenant", TENANT, "--name", "Sales, EMEA", "--region", "DE");
        in("app create", "--tenant", TENANT, "--key", "crm");
        in("key create", "--name", "ops", "--role", "admin");
        assertThat(in("tenant list", "--output", "csv").out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("id,region,accessCode,numberCheck,createdAt,name"),
                        row -> assertThat(row).startsWith(TENANT + ",DE,,off,").endsWith(",\"Sales, EMEA\""));
        assertThat(in("key list", "--output", "json").out())
                .contains("\"role\":\"admin\"", "\"tenantId\":null", "\"expiresAt\":null", "\"name\":\"ops\"");
        assertThat(in("app list", "--output", "json").out())
                .contains("\"key\":\"crm\"", "\"edition\":2025", "\"enabled\":true", "\"previousSecretUntil\":null");
    }

    @Test
    void aManagementKeyMayHaveOneTenantSpaceAndAnEnd() {
        assertFailed(UNKNOWN, "key create", "--name", "k", "--role", "viewer", "--tenant", TENANT);
        in("tenant create", "--tenant", TENANT);
        in("key create", "--name", "a", "--role", "viewer", "--tenant", TENANT, "--expires", "2099-01-31T00:00:00Z");
        in("key create", "--name", "b", "--role", "editor", "--expires", "P90D");
        assertThat(in("key list").out())
                .containsPattern("viewer +202205116084 +\\S+Z +2099-01-31T00:00:00Z +never +a")
                .containsPattern("editor +all +\\S+Z +\\S+Z +never +b");
    }

    @Test
    void whatIsInvalidIsRefusedWithTheOptionAndTheRuleButNotRepeated() {
        assertInvalid("--role: must be viewer, editor or admin.", "key create", "--name", "k", "--role", "root");
        assertInvalid("--name: must be 1 to 128 characters, got 0.", "key create", "--name", "", "--role", "admin");
        for (String end : List.of("2020-01-01T00:00:00Z", "PT0S", "P-1D")) {
            assertInvalid(
                    end.startsWith("P-") ? "--expires: must be" : "--expires: must be in the future.",
                    "key create",
                    "--name",
                    "k",
                    "--role",
                    "admin",
                    "--expires",
                    end);
        }
        for (String end : List.of("tomorrow", "P9999999999999D", "+999999999-01-01T00:00:00Z")) {
            assertInvalid("--expires: must be", "key create", "--name", "k", "--role", "admin", "--expires", end);
        }
        String key = "ask_abcdefgh_" + "5".repeat(64);
        assertInvalid("--id: must be the 8 lower-case letters and digits", "key revoke", "--id", key);
        assertThat(in("key revoke", "--id", key).err()).doesNotContain("555");
        assertInvalid("--region: must be a country code", "tenant set", "--tenant", TENANT, "--region", "de");
        assertInvalid("--access-code: must be a phone number", "tenant set", "--tenant", TENANT, "--access-code", "x");
        assertInvalid("--number-check: must be off", "tenant set", "--tenant", TENANT, "--number-check", "on");
        assertInvalid(
                "--name, --region, --access-code, --number-check: at least one", "tenant set", "--tenant", TENANT);
        assertInvalid("--tenant: must be 12 digits, got 2.", "tenant delete", "--tenant", "12");
        for (String grace : List.of("P8D", "PT-1S", "1h")) {
            assertInvalid("--grace: must be", "app rotate-secret", "--key", "k", "--grace", grace);
        }
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void anAppShowsUntilWhenItsOldSecretIsAcceptedAndIsDeleted() {
        in("app create", "--tenant", TENANT, "--key", "crm");
        assertThat(in("app show", "--key", "crm").out())
                .containsPattern("(?s)Key +crm.Tenant +202205116084.Edition +2025.State +enabled.")
                .containsPattern("Previous secret +none");
        CommandRun rotated = in("app rotate-secret", "--key", "crm", "--grace", "PT1H");
        assertThat(rotated.out()).matches("app_secret=[0-9a-f]{64}\\s+previous_secret_until=\\S+Z\\s+");
        assertThat(in("app show", "--key", "crm").out()).containsPattern("Previous secret +accepted until \\S+Z");
        assertThat(in("app rotate-secret", "--key", "crm").out()).doesNotContain("previous_secret_until");
        assertThat(in("app show", "--key", "crm").out()).containsPattern("Previous secret +none");
        assertThat(in("app delete", "--key", "crm").out()).contains("The app crm is deleted.");
        for (String command : List.of("app show", "app delete", "app rotate-secret")) {
            assertFailed("--key: the app crm does not exist.", command, "--key", "crm");
        }
    }

    private void assertFailed(String message, String command, String... options) {
        CommandRun failed = in(command, options);
        assertThat(failed.err()).isEqualToIgnoringNewLines("agentsettings: " + message);
        assertThat(failed.exitCode()).isEqualTo(1);
    }

    private void assertInvalid(String message, String command, String... options) {
        CommandRun invalid = in(command, options);
        assertThat(invalid.err()).startsWith("agentsettings: " + message);
        assertThat(invalid.exitCode()).isEqualTo(2);
    }

    /** Runs the command, whose words are separated by spaces, on the data folder. */
    private CommandRun in(String command, String... options) {
        return run(Stream.of(Stream.of(command.split(" ")), Stream.of(options), Stream.of("--data", data))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
