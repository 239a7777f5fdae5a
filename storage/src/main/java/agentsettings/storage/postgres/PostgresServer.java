package agentsettings.storage.postgres;

/**
 * Where the database is and how to sign in.
 *
 * @param url for JDBC, without a password; may name several hosts, of which the primary is used
 */
public record PostgresServer(String url, String user, String password) {

    /** Without what may be secret: the password, and whatever options the URL has. */
    @Override
    public String toString() {
        int options = url.indexOf('?');
        return "PostgreSQL at " + url.substring("jdbc:postgresql:".length(), options < 0 ? url.length() : options);
    }
}
