package agentsettings.acceptance.nodes;

import agentsettings.acceptance.settings.SettingsClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A client's connections, one to each node, opened when they are needed. For one thread at a time. */
final class NodeConnections implements AutoCloseable {

    private final List<URI> nodes;
    private final SettingsClient[] open;

    NodeConnections(List<URI> nodes) {
        this.nodes = nodes;
        this.open = new SettingsClient[nodes.size()];
    }

    int nodes() {
        return open.length;
    }

    /** Connects to a node unless that is done; returns false when it can't be reached, so that nothing was asked of it. */
    boolean reach(int node) {
        try {
            if (open[node] == null) {
                open[node] = SettingsClient.connect(nodes.get(node), SettingsClient.DEMO_APP);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The connection to a node that was reached. */
    SettingsClient to(int node) {
        return open[node];
    }

    /** Closes the connection to a node, since it is of no use any more. */
    void drop(int node) {
        try {
            if (open[node] != null) {
                open[node].close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            open[node] = null;
        }
    }

    @Override
    public void close() {
        for (int node = 0; node < open.length; node++) {
            drop(node);
        }
    }
}
