package agentsettings.storage.jdbc;

import java.sql.SQLException;

/** Carries an {@link SQLException} through code that declares none. Whoever calls that code unwraps it. */
public final class UncheckedSqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UncheckedSqlException(SQLException cause) {
        super(cause);
    }

    @Override
    public synchronized SQLException getCause() {
        return (SQLException) super.getCause();
    }
}
