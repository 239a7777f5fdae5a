package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was written is shown even if nothing can be read from its table any more; if it can't be shown, that is said. */
@Timeout(120)
final class UnreadableAfterwardsTest {

    private static final String TENANT = "202205116084";

    /** So many may read at a time. */
    private static final int READERS_MAX = 4;

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private ManagementServer server;
    private ApiClient client;

    /** The service uses a role that has only the rights it is granted. */
    @BeforeEach
    void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        execute("postgres", "CREATE ROLE service LOGIN", "CREATE DATABASE service OWNER service");
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/service";
        server = ManagementServer.onPostgres(folder.resolve("data"), url, "service");
        client = ApiClient.of(server).with(Engine.ADMIN);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        postgres.close();
    }

    private void execute(String database, String... statements) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** From the next write of the table on, the service can't read it. */
    private void lockAtNextWrite(String table) throws SQLException {
        execute(
                "service",
                """
                CREATE OR REPLACE FUNCTION lock_it() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    EXECUTE format('REVOKE SELECT ON %I FROM service', TG_TABLE_NAME);
                    RETURN NULL;
                END $$
                """,
                "CREATE TRIGGER lock_it AFTER INSERT OR UPDATE ON " + table + " EXECUTE FUNCTION lock_it()");
    }

    private void unlock(String table) throws SQLException {
        execute("service", "DROP TRIGGER lock_it ON " + table, "GRANT SELECT ON " + table + " TO service");
    }

    @Test
    void anAppsSecretsAreShown() throws SQLException {
        lockAtNextWrite("app");
        Checked created = client.post("/apps", "{\"key\":\"crm\",\"tenantId\":\"" + TENANT + "\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.json().path("secret").asString()).hasSize(64);
        assertThat(client.get("/apps/crm").problem()).isEqualTo("unavailable");
        unlock("app");
        assertThat(client.get("/apps/crm").header("etag")).isEqualTo(created.header("etag"));

        lockAtNextWrite("app");
        Checked replaced = client.post("/apps/crm/secrets", "{}");
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(201);
        assertThat(client.get("/apps/crm").problem()).isEqualTo("unavailable");
        unlock("app");
        assertThat(client.get("/apps/crm").header("etag")).isEqualTo(replaced.header("etag"));
    }

    @Test
    void aManagementKeyIsShown() throws SQLException {
        lockAtNextWrite("management_key");
        Checked created = client.post("/keys", "{\"name\":\"ops\",\"role\":\"viewer\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String path = "/keys/" + created.json().path("id").asString();
        assertThat(client.get(path).problem()).isEqualTo("unavailable");
        unlock("management_key");
        assertThat(client.get(path).json().path("createdAt"))
                .isEqualTo(created.json().path("createdAt"));
    }

    @Test
    void aTenantSpaceIsShown() throws SQLException {
        lockAtNextWrite("tenant_space");
        Checked created = client.post("/tenants", "{\"id\":\"900000000001\"}");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(client.get("/tenants/900000000001").problem()).isEqualTo("unavailable");
        unlock("tenant_space");
        assertThat(client.get("/tenants/900000000001").text()).isEqualTo(created.text());
    }

    @Test
    void aUserThatCannotBeShownMayHaveBeenAdded() throws SQLException {
        String table = "t_aicc_pub_appcube_user";
        lockAtNextWrite(table);
        Checked response = client.post(
                "/tenants/" + TENANT + "/users", "{\"userId\":\"u1\",\"account\":\"user1\",\"name\":\"U\"}");
        assertThat(response.problem()).as(response.text()).isEqualTo("outcome-unknown");
        unlock(table);
        assertThat(client.get("/tenants/" + TENANT + "/users/u1").status()).isEqualTo(200);
    }

    @Test
    void settingsThatCannotBeShownBecauseManyOthersReadMayHaveBeenStored() throws Exception {
        String settings = "/tenants/" + TENANT + "/users/10gg000000demoUser05/settings";
        client.post("/tenants/" + TENANT + "/numbers", "{\"number\":\"+4930\",\"kinds\":[\"display\"]}");
        execute(
                "service",
                "ALTER TABLE allotted_number ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE allotted_number FORCE ROW LEVEL SECURITY",
                "CREATE POLICY slow ON allotted_number USING (pg_sleep(6) IS NOT NULL)");
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS_MAX; i++) {
            readers.add(Thread.ofVirtual().start(this::readNumbers));
        }
        awaitSleeping(READERS_MAX);
        assertThat(client.put(settings, "{\"callType\":\"direct\"}").problem()).isEqualTo("outcome-unknown");
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(client.get(settings).json().path("callType").asString()).isEqualTo("direct");
    }

    private void readNumbers() {
        try (ApiClient reader = ApiClient.of(server).with(Engine.ADMIN)) {
            reader.get("/tenants/" + TENANT + "/numbers");
        }
    }

    private void awaitSleeping(int count) throws SQLException, InterruptedException {
        String sleeping = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
        try (Connection connection = postgres.getDatabase("postgres", "service").getConnection();
                Statement statement = connection.createStatement()) {
            int asleep = 0;
            while (asleep < count) {
                Thread.sleep(10);
                try (ResultSet row = statement.executeQuery(sleeping)) {
                    row.next();
                    asleep = row.getInt(1);
                }
            }
        }
    }

    @Test
    void settingsThatCannotBeShownMayHaveBeenStored() throws SQLException {
        String settings = "/tenants/" + TENANT + "/users/10gg000000demoUser05/settings";
        lockAtNextWrite("agent_settings");
        Checked response = client.put(settings, "{\"callType\":\"direct\"}");
        assertThat(response.problem()).as(response.text()).isEqualTo("outcome-unknown");
        unlock("agent_settings");
        assertThat(client.get(settings).json().path("callType").asString()).isEqualTo("direct");
    }
}
