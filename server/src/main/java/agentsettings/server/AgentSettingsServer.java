package agentsettings.server;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.server.config.HttpConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.http.HttpServers;
import agentsettings.server.http.RouteTable;
import agentsettings.server.routes.SettingsRoutes;
import agentsettings.server.routes.TokenRoutes;
import agentsettings.server.routes.UserRoutes;
import agentsettings.server.security.AppCache;
import agentsettings.server.security.Authenticator;
import agentsettings.server.security.RateLimit;
import agentsettings.server.security.SecretHashes;
import agentsettings.server.security.Tokens;
import agentsettings.storage.Database;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The composition root: puts the parts of a running service together with {@code new}, and takes them apart in reverse order.
 * Closing answers the requests under way and commits what is queued first.
 */
public final class AgentSettingsServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AgentSettingsServer.class.getName());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private RouteTable routes;
    private int port;
    private OptionalInt tokenPort = OptionalInt.empty();

    private AgentSettingsServer() {}

    /**
     * Starts to serve.
     *
     * @param demo whether to add the demo's app and users first
     * @throws RuntimeException whose message says why it can't; nothing is left running
     */
    public static AgentSettingsServer start(ServerConfig config, boolean demo, InstantSource clock) {
        AgentSettingsServer server = new AgentSettingsServer();
        try {
            server.assemble(config, demo, clock);
            return server;
        } catch (Exception failure) {
            server.close();
            throw failure;
        }
    }

    public int port() {
        return port;
    }

    /** The second port of the token endpoint, where there is one. */
    public OptionalInt tokenPort() {
        return tokenPort;
    }

    /** Everything that the default port serves. */
    public RouteTable routes() {
        return routes;
    }

    private void assemble(ServerConfig config, boolean demo, InstantSource clock) {
        Database database = keep(Databases.openForServing(config.storage()));
        SecretHashes hashes = Databases.secretHashes(config.storage());
        Directory directory = keep(database.openDirectory(clock));
        if (demo) {
            DemoData.addTo(directory, hashes, clock);
        }
        Authenticator authenticator = authenticator(directory, hashes, config, clock);
        Store store = keep(database.openStore(clock, Databases.laneLimits(config.storage())));
        listen(config.http(), authenticator, store);
    }

    private Authenticator authenticator(
            Directory directory, SecretHashes hashes, ServerConfig config, InstantSource clock) {
        AppCache appCache = keep(AppCache.start(directory, config.security().signingKeyLife(), clock));
        RateLimit rateLimit = new RateLimit(config.security().requestsPerSecond());
        return new Authenticator(appCache, new Tokens(appCache, clock), hashes, rateLimit);
    }

    private void listen(HttpConfig config, Authenticator authenticator, Store store) {
        HttpServers ports = keep(new HttpServers(config));
        routes = routes(authenticator, store);
        port = ports.listen(config.port(), routes);
        if (config.tokenPort().isPresent()) {
            int listening = ports.listen(
                    config.tokenPort().getAsInt(), new RouteTable(new TokenRoutes(authenticator).routes()));
            tokenPort = OptionalInt.of(listening);
        }
    }

    private static RouteTable routes(Authenticator authenticator, Store store) {
        return new RouteTable(Stream.of(
                        new SettingsRoutes(authenticator, store).routes(),
                        new TokenRoutes(authenticator).routes(),
                        new UserRoutes(authenticator, store).routes())
                .flatMap(List::stream)
                .toList());
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.ERROR, "A part of the service failed to close", e);
            }
        }
    }
}
