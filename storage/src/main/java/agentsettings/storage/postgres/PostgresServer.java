package agentsettings.storage.postgres;

import agentsettings.core.store.StoreUnavailable;
import agentsettings.storage.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The address of a PostgreSQL database, and the credentials.
 *
 * @param url for JDBC, without a password; may name several hosts, of which the primary is used
 */
public record PostgresServer(String url, String user, String password) {

    private static final String NEWEST_MIGRATION = "V7__job_warnings.sql";

    /** The migrations of the schema. Connects first, because the migration tool's message about a server that can't be reached is long. */
    Migrations migrations() {
        try (Connection reachable = connect()) {
            reachable.getSchema();
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't reach " + this, e);
        }
        return new Migrations(
                Migrations.unconnected().dataSource(urlOfPrimary(), user, password),
                "agentsettings/storage/postgres/migrations",
                toString());
    }

    /** See {@link agentsettings.storage.Database#isUpToDate}. */
    boolean isUpToDate() {
        try (Connection connection = connect()) {
            return Migrations.isLastApplied(NEWEST_MIGRATION, connection);
        } catch (SQLException e) {
            throw new StoreUnavailable("Can't reach " + this, e);
        }
    }

    /** The URL with the option that selects the primary. */
    String urlOfPrimary() {
        return url.contains("targetServerType=")
                ? url
                : url + (url.contains("?") ? "&" : "?") + "targetServerType=primary";
    }

    /** A connection outside the pool, without its timeouts. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "agentsettings db");
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it would show rows, some of which hold secrets
        return DriverManager.getConnection(url, properties);
    }

    /** Leaves out what may be secret: the password and the options of the URL. */
    @Override
    public String toString() {
        int options = url.indexOf('?');
        return "PostgreSQL at " + url.substring("jdbc:postgresql:".length(), options < 0 ? url.length() : options);
    }
}
