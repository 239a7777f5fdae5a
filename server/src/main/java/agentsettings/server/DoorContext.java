package agentsettings.server;

import agentsettings.core.store.Store;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.loopback.VendorPort;
import agentsettings.server.numbers.NumberWarningLog;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.KeyAuthenticator;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What a door that is built outside of this module may use of the running service, which outlives the door. Immutable.
 *
 * @param closesFirst takes what the door starts besides, to be closed before all that it uses
 */
public record DoorContext(
        Vertx vertx,
        ServerConfig config,
        Store store,
        ManagementReads reads,
        SecretHashes hashes,
        KeyAuthenticator authenticator,
        NumberWarningLog numberWarnings,
        Monitoring monitoring,
        VendorPort vendorPort,
        InstantSource clock,
        Consumer<AutoCloseable> closesFirst) {}
