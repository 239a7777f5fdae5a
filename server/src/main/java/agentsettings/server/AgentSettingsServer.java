package agentsettings.server;

import agentsettings.core.store.Directory;
import agentsettings.core.store.Store;
import agentsettings.server.config.HttpConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.config.StorageConfig;
import agentsettings.server.health.Readiness;
import agentsettings.server.http.Door;
import agentsettings.server.http.EndOfTurn;
import agentsettings.server.http.HttpServers;
import agentsettings.server.http.ListenerOptions;
import agentsettings.server.http.transport.Transports;
import agentsettings.server.limits.RateLimit;
import agentsettings.server.loopback.VendorPort;
import agentsettings.server.numbers.NumberWarningLog;
import agentsettings.server.observation.FinishedExchange;
import agentsettings.server.routes.RouteTable;
import agentsettings.server.routes.TokenRoutes;
import agentsettings.server.routes.VendorDoor;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.AppCache;
import agentsettings.server.security.Authenticator;
import agentsettings.server.security.KeyAuthenticator;
import agentsettings.server.security.Tokens;
import agentsettings.storage.Database;
import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The composition root: builds the parts of a running service and closes them in reverse order. Closing finishes the requests under way
 * and commits what is queued first, as far as the drain timeout permits.
 */
public final class AgentSettingsServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AgentSettingsServer.class.getName());

    private final Parts parts = new Parts();
    private final NumberWarningLog numberWarnings = new NumberWarningLog(System::nanoTime);
    private final Duration drainTimeout;
    private final Observation observation;
    private Readiness readiness;
    private HttpServers servers;
    private Listeners listeners;
    private boolean serving;
    private RouteTable routes;
    private int port;
    private OptionalInt tokenPort = OptionalInt.empty();
    private OptionalInt managementPort = OptionalInt.empty();

    private AgentSettingsServer(ServerConfig config, InstantSource clock) {
        this.drainTimeout = config.http().drainTimeout();
        this.observation = parts.keep(Observation.start(config, clock));
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
        AgentSettingsServer server = new AgentSettingsServer(config, clock);
        try {
            server.listeners = server.parts.keep(Listeners.of(config, clock));
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

    /** Whether every event loop does something within this time. */
    public boolean isResponsive(Duration max) {
        return servers.areResponsive(max);
    }

    /** The routes of the main port. */
    public RouteTable routes() {
        return routes;
    }

    private void assemble(
            ServerConfig config, boolean demo, InstantSource clock, Function<DoorContext, Door> management) {
        HttpConfig http = config.http();
        Transport transport = Transports.of(http.transport()); // a refusal leaves the database as it was
        Database database = parts.keep(Databases.openForServing(config.storage()));
        Directory directory = parts.keep(database.openDirectory());
        DemoData.requireAgreement(demo, database, directory);
        SecretHashes hashes = Databases.secretHashes(config.storage(), database, directory);
        DemoData.requireNoPublicCredentials(config, directory, hashes);
        Store store = openStore(database, config.storage(), clock);
        if (demo) {
            new DemoData(directory, store).add(hashes, clock);
        }
        AppCache apps =
                parts.keep(AppCache.start(directory, demo, config.security().signingKeyLife(), clock));
        startUpkeep(config.storage(), database, clock);
        RateLimit rateLimit = new RateLimit(config.security().requestsPerSecond());
        Authenticator authenticator = new Authenticator(apps, new Tokens(apps, clock), hashes, rateLimit, clock);
        boolean managed = config.management().port().isPresent(); // what it reads from closes after the servers
        ManagementReads reads = managed ? parts.keep(ManagementReads.open(database, clock)) : null;
        servers = parts.keep(new HttpServers(transport, http.eventLoops(), http.drainTimeoutOfListeners()));
        listen(http, authenticator, store);
        if (managed) {
            KeyAuthenticator keys = new KeyAuthenticator(apps, hashes, clock);
            Monitoring watch = observation.monitoring(readiness);
            Vertx vertx = servers.vertx();
            VendorPort self = new VendorPort(vertx, http, port, authenticator);
            listenForManagement(management.apply(new DoorContext(
                    vertx, config, store, reads, hashes, keys, numberWarnings, watch, self, clock, parts::keep)));
        }
    }

    private void listenForManagement(Door door) {
        ListenerOptions options = listeners.management().orElseThrow();
        observation.observe(FinishedExchange.Door.MANAGEMENT, options.limits());
        managementPort = OptionalInt.of(servers.listen(options, door));
    }

    private void startUpkeep(StorageConfig config, Database database, InstantSource clock) {
        Databases.startUpkeep(config, database, clock, observation::observe).forEach(parts::keep);
    }

    private Store openStore(Database database, StorageConfig config, InstantSource clock) {
        Store store = parts.keep(
                database.openStore(clock, Databases.batchLimits(config), new EndOfTurn(), observation.storage()));
        int queueMax = Databases.queueMax(config);
        readiness = parts.keep(new Readiness(store, queueMax, Databases.requiredDiskSpace(config), System::nanoTime));
        observation.observe(store, queueMax, readiness);
        return store;
    }

    private void listen(HttpConfig config, Authenticator authenticator, Store store) {
        observation.observe(FinishedExchange.Door.VENDOR, listeners.main().limits());
        routes = RouteTable.of(authenticator, store, numberWarnings, config.tlsClientNamesApp());
        port = servers.listen(listeners.main(), door(routes, config));
        if (listeners.token().isPresent()) {
            Door door =
                    door(new RouteTable(new TokenRoutes(authenticator, config.tlsClientNamesApp()).routes()), config);
            tokenPort = OptionalInt.of(servers.listen(listeners.token().get(), door));
        }
    }

    private Door door(RouteTable routes, HttpConfig config) {
        return new VendorDoor(routes, config.requestTimeout(), observation.exchanges(), observation.recorder());
    }

    /**
     * Stops within the drain timeout.
     *
     * @return false if that was not enough to finish the requests under way and to commit what is queued
     */
    public boolean stop() {
        if (serving) {
            readiness.stop();
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
