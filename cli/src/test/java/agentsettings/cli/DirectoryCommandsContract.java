package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What an operator types about tenant spaces, apps and management keys, and what comes back, over a service and on a database. There may be
 * other tenant spaces, apps and keys.
 */
abstract class DirectoryCommandsContract {

    static final String TENANT = "202205116085";
    static final String UNKNOWN =
            "--tenant: the tenant space 202205116085 does not exist; create it with \"agentsettings tenant create\".";

    /** Runs the command, whose words are separated by spaces. */
    abstract CommandRun in(String command, String... options);

    /** The data folder of the database. */
    abstract Path data();

    @Test
    void aTenantSpaceIsCreatedShownChangedListedAndDeleted() {
        assertThat(in("tenant create", "--tenant", TENANT, "--name", "Support", "--region", "DE")
                        .out())
                .contains("The tenant space 202205116085 is created.");
        assertFailed("--tenant: the tenant space 202205116085 already exists.", "tenant create", "--tenant", TENANT);
        assertThat(in("tenant show", "--tenant", TENANT).out())
                .containsPattern(
                        "(?s)Tenant +202205116085.Region +DE.Access code +-.Number check +off.Created +\\S+Z.Name +Support.Version +\\d+-1");
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
                .contains(" -> ", "The tenant space 202205116085 is changed.");
        assertThat(in("tenant list").out())
                .contains("TENANT", "NUMBER CHECK")
                .containsPattern("202205116085 +- +\\+4930 +warn +\\S+Z +Support");
        assertThat(in("tenant delete", "--tenant", TENANT).out()).contains("is deleted.");
        assertThat(in("tenant list").out()).doesNotContain(TENANT);
        for (String command : List.of("tenant show", "tenant delete")) {
            assertFailed(UNKNOWN, command, "--tenant", TENANT);
        }
        assertFailed(UNKNOWN, "tenant set", "--tenant", TENANT, "--name", "x");
    }

    @Test
    void aTenantSpaceThatHoldsSomethingIsNotDeleted() {
        in("tenant create", "--tenant", TENANT);
        in("app create", "--tenant", TENANT, "--key", "crm");
        in("user add", "--tenant", TENANT, "--user-id", "u", "--account", "abc");
        in("key create", "--name", "k", "--role", "viewer", "--tenant", TENANT);
        assertFailed(
                "The tenant space is in use. Apps: 1, users: 1, management keys: 1, numbers: 0, imports and bulk changes"
                        + " under way: 0. Delete or cancel them first.",
                "tenant delete",
                "--tenant",
                TENANT);
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
        try (Stream<Path> files = Files.list(data())) {
            assertThat(files.filter(Files::isRegularFile))
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
                .startsWith("id,region,accessCode,numberCheck,createdAt,name")
                .anyMatch(row -> row.startsWith(TENANT + ",DE,,off,") && row.endsWith(",\"Sales, EMEA\""));
        assertThat(in("key list", "--output", "json").out())
                .containsPattern(
                        "\\{\"id\":\"[a-z0-9]{8}\",\"role\":\"admin\",\"tenantId\":null,\"createdAt\":\"\\S+Z\","
                                + "\"expiresAt\":null,\"lastUsedAt\":null,\"name\":\"ops\"\\}");
        assertThat(in("app list", "--output", "json").out())
                .containsPattern("\\{\"key\":\"crm\",\"tenantId\":\"" + TENANT + "\",\"edition\":2025,\"enabled\":true,"
                        + "\"createdAt\":\"\\S+Z\",\"hasSecret\":true,\"previousSecretUntil\":null\\}");
        assertThat(in("app show", "--key", "crm", "--output", "csv").out())
                .matches("key,tenantId,edition,enabled,createdAt,hasSecret,previousSecretUntil,tag\\R" + "crm," + TENANT
                        + ",2025,true,\\S+Z,true,,\\d+-1\\R");
    }

    @Test
    void aManagementKeyMayHaveOneTenantSpaceAndAnEnd() {
        assertFailed(UNKNOWN, "key create", "--name", "k", "--role", "viewer", "--tenant", TENANT);
        in("tenant create", "--tenant", TENANT);
        in("key create", "--name", "a", "--role", "viewer", "--tenant", TENANT, "--expires", "2099-01-31T00:00:00Z");
        in("key create", "--name", "b", "--role", "editor", "--expires", "P90D");
        assertThat(in("key list").out())
                .containsPattern("viewer +202205116085 +\\S+Z +2099-01-31T00:00:00Z +never +a")
                .containsPattern("editor +all +\\S+Z +\\S+Z +never +b");
    }

    @Test
    void anAppShowsUntilWhenItsOldSecretIsAcceptedAndIsDeleted() {
        in("tenant create", "--tenant", TENANT);
        CommandRun created = in("app create", "--tenant", TENANT, "--key", "crm");
        assertThat(created.out()).matches("app_key=crm\\s+app_secret=[0-9a-f]{64}\\s+");
        assertFailed("--key: the app crm already exists.", "app create", "--tenant", TENANT, "--key", "crm");
        assertThat(in("app show", "--key", "crm").out())
                .containsPattern("(?s)Key +crm.Tenant +202205116085.Edition +2025.State +enabled.")
                .containsPattern("Secret +set.Previous secret +none".replace(".", "\\R"));
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

    @Test
    void anAppIsChangedDisabledAndEnabled() {
        in("tenant create", "--tenant", TENANT);
        in("app create", "--tenant", TENANT, "--key", "crm");
        assertThat(in("app set --key crm --edition 2023").out()).isEqualToIgnoringNewLines("The app crm is changed.");
        assertThat(in("app disable --key crm").out()).isEqualToIgnoringNewLines("The app crm is disabled.");
        assertThat(in("app list").out()).containsPattern("crm +" + TENANT + " +2023 +disabled +\\S+Z");
        assertThat(in("app enable --key crm").out()).isEqualToIgnoringNewLines("The app crm is enabled.");
        assertThat(in("app show --key crm").out()).containsPattern("State +enabled");
        for (String command : List.of("disable", "enable", "set --edition 2025")) {
            assertFailed("--key: the app none does not exist.", "app " + command, "--key", "none");
        }
    }

    @Test
    void aChangeCanDependOnTheVersion() {
        in("tenant create", "--tenant", TENANT);
        in("app create", "--tenant", TENANT, "--key", "crm");
        String app = version("app show --key crm");
        String tenant = version("tenant show --tenant " + TENANT);
        assertThat(in("app rotate-secret --key crm", "--if-version", app).exitCode())
                .isZero();
        assertThat(in("tenant set --name x --tenant", TENANT, "--if-version", tenant)
                        .exitCode())
                .isZero();
        String changed = "Nothing was changed, because the app has changed meanwhile: its version is now "
                + app.replaceAll("-1$", "-2") + ".";
        for (String command : List.of("disable", "enable", "set --edition 2023", "rotate-secret", "delete")) {
            assertFailed(changed, "app " + command + " --key crm", "--if-version", app);
        }
        assertThat(in("app delete --key crm", "--if-version", version("app show --key crm"))
                        .exitCode())
                .isZero();
        for (String command : List.of("set --name y", "delete")) {
            assertFailed(
                    "Nothing was changed, because the tenant space has changed meanwhile: its version is now "
                            + tenant.replaceAll("-1$", "-2") + ".",
                    "tenant " + command,
                    "--tenant",
                    TENANT,
                    "--if-version",
                    tenant);
        }
    }

    private String version(String show) {
        return in(show).out().replaceAll("(?s).*Version +(\\S+).*", "$1");
    }

    final void assertFailed(String message, String command, String... options) {
        CommandRun failed = in(command, options);
        assertThat(failed.err()).isEqualToIgnoringNewLines("agentsettings: " + message);
        assertThat(failed.exitCode()).isEqualTo(1);
    }
}
