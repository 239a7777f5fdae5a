package agentsettings.cli;

import static agentsettings.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenant spaces, apps and management keys in the database itself, for the first key and for emergencies. */
final class DirectoryOnDatabaseTest extends DirectoryCommandsContract {

    @TempDir
    private Path folder;

    @Override
    CommandRun in(String command, String... options) {
        return run(Stream.concat(
                        Stream.of(ServiceForCommands.words(command, options)), Stream.of("--data", data().toString()))
                .toArray(String[]::new));
    }

    @Override
    Path data() {
        return folder.resolve("data");
    }

    @Test
    void anAppBringsItsTenantSpace() {
        assertThat(in("app create", "--tenant", TENANT, "--key", "crm").exitCode())
                .isZero();
        assertThat(in("tenant list").out()).contains(TENANT);
    }

    @Test
    void aUserCanBeAddedToATenantSpaceWithoutAnApp() {
        in("tenant create", "--tenant", TENANT);
        assertThat(in("user add", "--tenant", TENANT, "--user-id", "u", "--account", "abc")
                        .exitCode())
                .isZero();
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
        assertThat(data()).doesNotExist();
    }

    private void assertInvalid(String message, String command, String... options) {
        CommandRun invalid = in(command, options);
        assertThat(invalid.err()).startsWith("agentsettings: " + message);
        assertThat(invalid.exitCode()).isEqualTo(2);
    }
}
