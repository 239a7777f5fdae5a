package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tenant spaces, apps and management keys over a running service. */
final class DirectoryOverServiceTest extends DirectoryCommandsContract {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Override
    CommandRun in(String command, String... options) {
        return service.run(command, options);
    }

    @Override
    Path data() {
        return service.data();
    }

    @Test
    void anAppNeedsItsTenantSpace() {
        assertFailed(UNKNOWN, "app create", "--tenant", TENANT, "--key", "crm");
        assertThat(in("app list").out()).doesNotContain("crm");
    }

    @Test
    void aServiceMakesEachSecretItself() throws IOException {
        Path file = Files.writeString(service.folder().resolve("secret"), "x".repeat(32));
        for (String command : new String[] {
            "app create --key crm --tenant " + ServiceForCommands.TENANT, "app rotate-secret --key demo-app"
        }) {
            CommandRun refused = in(command, "--secret-file", file.toString());
            assertThat(refused.err())
                    .isEqualToIgnoringNewLines("agentsettings: --secret-file: a service makes secrets itself. Give a"
                            + " secret on the database, with --data, --database or --config.");
            assertThat(refused.exitCode()).isEqualTo(2);
        }
        assertThat(in("app show --key demo-app").out()).containsPattern("Version +\\d+-1");
    }

    @Test
    void aKeyOfOneTenantSpaceSeesAndDoesNoMore() {
        in("tenant create", "--tenant", TENANT);
        in("app create", "--tenant", TENANT, "--key", "crm");
        String created =
                in("key create --name k --role admin", "--tenant", TENANT).out();
        Map<String, String> variables = Map.of(
                "AGENTSETTINGS_URL",
                service.address(),
                "AGENTSETTINGS_KEY",
                created.strip().substring("management_key=".length()));
        while (as(variables, "tenant list").exitCode() != 0) {
            Thread.onSpinWait(); // the service notices a new key within a second
        }
        assertThat(as(variables, "tenant list").out().lines()).hasSize(2).anyMatch(row -> row.startsWith(TENANT));
        assertThat(as(variables, "app list").out().lines()).hasSize(2).anyMatch(row -> row.startsWith("crm"));
        assertThat(as(variables, "key list").out().lines()).hasSize(2).anyMatch(row -> row.endsWith(" k"));
        assertThat(as(variables, "app show --key demo-app").err())
                .isEqualToIgnoringNewLines("agentsettings: --key: the app demo-app does not exist.");
        CommandRun refused = as(variables, "tenant create --tenant 111111111111");
        assertThat(refused.err()).startsWith("agentsettings: Only a management key of all tenant spaces may");
        assertThat(refused.exitCode()).isEqualTo(1);
    }

    @Test
    void theDatabaseIsUsedIfAnOptionNamesItAndNeverTogetherWithTheService() {
        String other = service.folder().resolve("other").toString();
        for (String command : new String[] {"tenant list", "app list", "key list"}) {
            assertThat(in("tenant create --tenant", TENANT, "--data", other).exitCode())
                    .isNotEqualTo(2);
            assertThat(in(command, "--data", other).out()).doesNotContain("demo");
            CommandRun both = in(command, "--data", other, "--url", service.address());
            assertThat(both.err())
                    .startsWith(
                            "agentsettings: --url: must not be given together with --data, --database or --config.");
            assertThat(both.exitCode()).isEqualTo(2);
        }
    }

    private static CommandRun as(Map<String, String> variables, String command) {
        return CommandRun.run(variables, "", ServiceForCommands.words(command));
    }
}
