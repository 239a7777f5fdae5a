package agentsettings.storage.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where the database is and how to sign in.
 *
 * @param url for JDBC, without a password; may name several hosts, of which the primary is used
 */
public record PostgresServer(String url, String user, String password) {

    /** The URL, which leads to the primary whoever connects by it. */
    String urlOfPrimary() {
        return url.contains("targetServerType=")
                ? url
                : url + (url.contains("?") ? "&" : "?") + "targetServerType=primary";
    }

    /** A connection outside the pool, without its limits of time. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "agentsettings db");
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it would show rows, and secrets are in some
        return DriverManager.getConnection(url, properties);
    }

    /** Without what may be secret: the password, and whatever options the URL has. */
    @Override
    public String toString() {
        int options = url.indexOf('?');
        return "PostgreSQL at " + url.substring("jdbc:postgresql:".length(), options < 0 ? url.length() : options);
    }
}
