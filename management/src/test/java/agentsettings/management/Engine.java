package agentsettings.management;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The engines, each with a demo server that all tests of this JVM share. Each test has a tenant space of its own. */
@SuppressWarnings("ImmutableEnumChecker") // each starts its server when a test first asks for it
enum Engine {
    SQLITE,
    POSTGRES;

    static final String ADMIN = "ask_demoadmn_demo-management-key-for-local-use-only";

    private static final AtomicInteger TENANTS = new AtomicInteger(100_000);
    private static final Logger QUIET = Logger.getLogger("io.zonky.test"); // held, or its level is forgotten

    private ManagementServer server;

    /** The server of this engine. */
    synchronized ManagementServer server() {
        if (server == null) {
            server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    private ManagementServer start() {
        try {
            Path data = Files.createTempDirectory("management").resolve("data");
            if (this == SQLITE) {
                return ManagementServer.onSqlite(data, "backup.folder", data.resolveSibling("backups"));
            }
            QUIET.setLevel(Level.WARNING);
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            return ManagementServer.onPostgres(
                    data, "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client with a key for everything. */
    ApiClient admin() {
        return ApiClient.of(server()).with(ADMIN);
    }

    /** The id of a new tenant space. */
    static String newTenant(ApiClient admin) {
        String id = "900000" + TENANTS.incrementAndGet();
        ApiClient.Checked created = admin.post("/tenants", "{\"id\":\"" + id + "\"}");
        if (created.status() != 201) {
            throw new AssertionError(created.text());
        }
        return id;
    }

    /** A new key with this role. */
    static String newKey(ApiClient admin, String role, String tenant) {
        String of = tenant == null ? "null" : "\"" + tenant + "\"";
        return admin.post("/keys", "{\"name\":\"test\",\"role\":\"" + role + "\",\"tenantId\":" + of + "}")
                .json()
                .path("key")
                .asString();
    }
}
