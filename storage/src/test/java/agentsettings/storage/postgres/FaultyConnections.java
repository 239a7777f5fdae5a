package agentsettings.storage.postgres;

import agentsettings.storage.Faults;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;

/** Real connections from a pool, whose calls may fail. Used by one thread at a time. */
final class FaultyConnections implements Connections {

    private final Connections real;
    private final Faults faults;
    private final IdentityHashMap<Connection, Connection> realOnes = new IdentityHashMap<>();

    FaultyConnections(Connections real, Faults faults) {
        this.real = real;
        this.faults = faults;
    }

    @Override
    public synchronized Connection open() throws SQLException {
        Connection connection = real.open();
        Connection faulty = faults.in(connection);
        realOnes.put(faulty, connection);
        return faulty;
    }

    /** Undoes what isn't committed, as a lost connection's end would; the real connection is sound and connecting anew takes long. */
    @Override
    public synchronized void discard(Connection faulty) {
        try {
            realOnes.remove(faulty).close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
