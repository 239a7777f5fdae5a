package agentsettings.acceptance.differential;

import agentsettings.acceptance.RawHttp;
import agentsettings.acceptance.RawResponse;
import agentsettings.acceptance.differential.requests.Request;
import java.io.IOException;

/** One client's connections to all nodes of an engine, used in turn, and the symbols of what the engine generates for it. For one thread. */
final class EngineConnection implements AutoCloseable {

    private final Engine engine;
    private final Symbols symbols;
    private final RawHttp[] connections;
    private int node = -1;

    EngineConnection(Engine engine, int client) {
        this.engine = engine;
        this.symbols = new Symbols(client);
        this.connections = new RawHttp[engine.nodes().size()];
    }

    String engineName() {
        return engine.name();
    }

    Symbols symbols() {
        return symbols;
    }

    /** Sends the request to the next node; its response is to be read. */
    void send(Request request) throws IOException {
        node = (node + 1) % connections.length;
        if (connections[node] == null) {
            connections[node] = RawHttp.connect(engine.nodes().get(node).base());
        }
        connections[node].send(request.bytes(symbols::toValues));
    }

    /** Returns status, headers and body of the response, with symbols for what the engine generated. */
    String read() throws IOException {
        RawResponse response = connections[node].read();
        if (response.endsConnection()) {
            disconnect(node);
        }
        return response.status() + " " + response.headers().get("content-type") + " "
                + response.headers().get("connection") + " " + symbols.toSymbols(response.text());
    }

    private void disconnect(int closed) throws IOException {
        connections[closed].close();
        connections[closed] = null;
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < connections.length; i++) {
            if (connections[i] != null) {
                disconnect(i);
            }
        }
    }
}
