package agentsettings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That commands on tenant spaces, apps and keys find a service on PostgreSQL, and PostgreSQL itself, in the same state. */
final class DirectoryOverPostgresTest {

    private static EmbeddedPostgres postgres;

    @RegisterExtension
    private final ServiceForCommands service =
            new ServiceForCommands(config -> config.option("--database", "storage.database", url())
                    .environment(Map.of("AGENTSETTINGS_STORAGE_DATABASE_USER", "postgres")));

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    @Test
    void bothWaysLeadToTheSameRecords() {
        service.run("tenant create --tenant 202205116085 --name Sales");
        service.run("app create --tenant 202205116085 --key crm");
        service.run("app rotate-secret --key crm --grace PT1H");
        service.run("app set --key crm --edition 2023");
        service.run("key create --name report --role viewer --tenant 202205116085");
        for (String command : new String[] {
            "tenant list --output json",
            "tenant show --tenant 202205116085 --output json",
            "app list --output json",
            "app show --key crm --output json",
        }) {
            CommandRun overService = service.run(command);
            assertThat(overService.out()).contains("202205116085");
            assertThat(onDatabase(command)).isEqualTo(overService);
        }
        assertThat(onDatabase("key list").out()).containsPattern("viewer +202205116085 .* report");
        onDatabase("app delete --key crm");
        assertThat(service.run("app show --key crm").err()).contains("the app crm does not exist");
    }

    private CommandRun onDatabase(String command) {
        return CommandRun.run(
                Map.of("AGENTSETTINGS_STORAGE_DATABASE_USER", "postgres"),
                "",
                ServiceForCommands.words(
                        command, "--database", url(), "--data", service.data().toString()));
    }
}
