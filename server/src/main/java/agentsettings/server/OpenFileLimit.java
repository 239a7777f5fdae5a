package agentsettings.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The number of files and sockets that this process may have open, of which connections must leave some to the database. Stateless. */
final class OpenFileLimit {

    /** For the database, its readers and backups, the JVM's jars, and the listeners. */
    private static final int RESERVED = 200;

    private static final System.Logger LOG = System.getLogger(OpenFileLimit.class.getName());

    /** The number of connections to the vendor's ports that the limit permits, at most this one. Logs if it is less. */
    static int connections(int wanted, int managementConnections) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return wanted;
        }
        int permitted = permitted(system.getMaxFileDescriptorCount(), wanted, managementConnections);
        if (permitted < wanted) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "At most " + permitted + " connections are served, fewer than http.connections-max, because the"
                            + " process may open only " + system.getMaxFileDescriptorCount()
                            + " files. Raise that limit (LimitNOFILE of the unit, ulimit -n), or lower"
                            + " http.connections-max.");
        }
        return permitted;
    }

    static int permitted(long filesMax, int wanted, int managementConnections) {
        return Math.clamp(filesMax - RESERVED - managementConnections, 1, wanted);
    }

    private OpenFileLimit() {}
}
