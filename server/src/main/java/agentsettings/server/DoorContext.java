package agentsettings.server;

import agentsettings.core.store.ChangeFeed;
import agentsettings.core.store.Directory;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.secrets.SecretHashes;
import agentsettings.server.security.KeyAuthenticator;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * What a door that is built outside of this module may use of the running service, which outlives the door. Immutable.
 *
 * @param directory for the door alone
 */
public record DoorContext(
        Vertx vertx,
        ServerConfig config,
        Store store,
        Records records,
        ChangeFeed feed,
        Directory directory,
        SecretHashes hashes,
        KeyAuthenticator authenticator,
        InstantSource clock) {}
