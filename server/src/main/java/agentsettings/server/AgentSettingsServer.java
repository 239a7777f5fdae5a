package agentsettings.server;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.server.config.HttpConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.http.ConnectionLimits;
import agentsettings.server.http.Door;
import agentsettings.server.http.EndOfTurn;
import agentsettings.server.http.HttpServers;
import agentsettings.server.numbers.NumberWarningLog;
import agentsettings.server.observation.ExchangeObserver;
import agentsettings.server.observation.RequestLog;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.SettingsRoutes;
import agentsettings.server.routes.TokenRoutes;
import agentsettings.server.routes.UserRoutes;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.AppCache;
import agentsettings.server.security.Authenticator;
import agentsettings.server.security.KeyAuthenticator;
import agentsettings.server.security.RateLimit;
import agentsettings.server.security.Tokens;
import agentsettings.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The composition root: builds the parts of a running service and closes them in reverse order. Closing finishes the requests under way
 * and commits what is queued first, as far as the drain timeout permits.
 */
public final class AgentSettingsServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AgentSettingsServer.class.getName());

    /** Separate from those of the vendor's clients, which could otherwise keep operators out. */
    private static final int MANAGEMENT_CONNECTIONS_MAX = 500;

    private final Parts parts = new Parts();
    private final NumberWarningLog numberWarnings = new NumberWarningLog(System::nanoTime);
    private final Duration drainTimeout;
    private final ExchangeObserver observer;
    private boolean serving;
    private RouteTable routes;
    private int port;
    private OptionalInt tokenPort = OptionalInt.empty();
    private OptionalInt managementPort = OptionalInt.empty();

    private AgentSettingsServer(ServerConfig config) {
        this.drainTimeout = config.http().drainTimeout();
        this.observer = new RequestLog(config.http().logRequests(), config.log().slowRequests());
    }

    /** Starts to serve the vendor's interface alone; see {@link #start(ServerConfig, boolean, InstantSource, Function)}. */
    public static AgentSettingsServer start(ServerConfig config, boolean demo, InstantSource clock) {
        return start(config.withoutManagement(), demo, clock, context -> {
            throw new IllegalStateException("no management interface");
        });
    }

    /**
     * Starts to serve. A port that can't be listened on is reported before anything is written.
     *
     * @param management makes the door of the management interface, if that has a port; called when the vendor's port is served
     * @param demo whether to serve a demo, whose app and users are added first; the address must be a loopback one
     * @throws RuntimeException if the service can't start, with the reason as its message; nothing is left running
     */
    public static AgentSettingsServer start(
            ServerConfig config, boolean demo, InstantSource clock, Function<DoorContext, Door> management) {
        AgentSettingsServer server = new AgentSettingsServer(config);
        try {
            FreePorts.require(config);
            server.assemble(config, demo, clock, management);
            server.serving = true;
            return server;
        } catch (Exception failure) {
            server.close();
            throw failure;
        }
    }

    public int port() {
        return port;
    }

    /** The second port of the token endpoint, if there is one. */
    public OptionalInt tokenPort() {
        return tokenPort;
    }

    /** The port of the management interface, if there is one. */
    public OptionalInt managementPort() {
        return managementPort;
    }

    /** The routes of the main port. */
    public RouteTable routes() {
        return routes;
    }

    private void assemble(
            ServerConfig config, boolean demo, InstantSource clock, Function<DoorContext, Door> management) {
        Database database = parts.keep(Databases.openForServing(config.storage()));
        Directory directory = parts.keep(database.openDirectory());
        DemoData.requireAgreement(demo, database, directory);
        SecretHashes hashes = Databases.secretHashes(config.storage(), database, directory);
        Store store = parts.keep(database.openStore(clock, Databases.batchLimits(config.storage()), new EndOfTurn()));
        if (demo) {
            new DemoData(directory, store).add(hashes, clock);
        }
        AppCache appCache =
                parts.keep(AppCache.start(directory, demo, config.security().signingKeyLife(), clock));
        config.storage().historyKeep().ifPresent(keep -> parts.keep(HistoryRetention.start(database, keep, clock)));
        RateLimit rateLimit = new RateLimit(config.security().requestsPerSecond());
        Authenticator authenticator =
                new Authenticator(appCache, new Tokens(appCache, clock), hashes, rateLimit, clock);
        boolean managed = config.management().port().isPresent(); // what it reads from closes after the servers
        ManagementReads reads = managed ? parts.keep(ManagementReads.open(database, clock)) : null;
        HttpServers servers = parts.keep(new HttpServers(
                config.http().eventLoops(), forListeners(config.http().drainTimeout())));
        listen(servers, config.http(), authenticator, store);
        if (managed) {
            KeyAuthenticator keys = new KeyAuthenticator(appCache, hashes, clock);
            DoorContext context = new DoorContext(
                    servers.vertx(), config, store, reads, hashes, keys, numberWarnings, observer, clock, parts::keep);
            listen(servers, config, management.apply(context));
        }
    }

    private void listen(HttpServers servers, ServerConfig config, Door management) {
        managementPort = OptionalInt.of(servers.listen(
                config.management().host(),
                config.management().port().getAsInt(),
                connections(config.http(), MANAGEMENT_CONNECTIONS_MAX),
                management));
    }

    private void listen(HttpServers servers, HttpConfig config, Authenticator authenticator, Store store) {
        ConnectionLimits connections = connections(config, config.connectionsMax());
        routes = routes(authenticator, store);
        port = servers.listen(config.host(), config.port(), connections, door(routes, config));
        if (config.tokenPort().isPresent()) {
            Door door = door(new RouteTable(new TokenRoutes(authenticator).routes()), config);
            tokenPort = OptionalInt.of(
                    servers.listen(config.host(), config.tokenPort().getAsInt(), connections, door));
        }
    }

    private static ConnectionLimits connections(HttpConfig config, int openMax) {
        return new ConnectionLimits(openMax, config.idleTimeout(), config.requestTimeout());
    }

    /** The part of the drain timeout that the listeners may take; the storage needs the rest to commit what is queued. */
    private static Duration forListeners(Duration drainTimeout) {
        return drainTimeout.multipliedBy(3).dividedBy(4);
    }

    private Door door(RouteTable routes, HttpConfig config) {
        return new VendorDoor(routes, config.requestTimeout(), observer);
    }

    private RouteTable routes(Authenticator authenticator, Store store) {
        return new RouteTable(Stream.of(
                        new SettingsRoutes(authenticator, store, numberWarnings).routes(),
                        new TokenRoutes(authenticator).routes(),
                        new UserRoutes(authenticator, store).routes())
                .flatMap(List::stream)
                .toList());
    }

    /**
     * Stops within the drain timeout.
     *
     * @return false if that was not enough to finish the requests under way and to commit what is queued
     */
    public boolean stop() {
        if (serving) {
            LOG.log(System.Logger.Level.INFO, "Stopping: finishing requests under way");
        }
        boolean complete = parts.close(drainTimeout);
        if (serving && complete) {
            LOG.log(System.Logger.Level.INFO, "Stopped");
        }
        serving = false;
        return complete;
    }

    @Override
    public void close() {
        stop();
    }
}
