package agentsettings.server;

import agentsettings.server.config.HttpConfig;
import agentsettings.server.config.ManagementConfig;
import agentsettings.server.config.ServerConfig;
import agentsettings.server.http.HttpServers;

/** Checks that the ports of a configuration can be listened on, before anything is written. Stateless. */
final class FreePorts {

    /**
     * Requires that every port is free.
     *
     * @throws IllegalStateException if one isn't, with its configuration key
     */
    static void require(ServerConfig config) {
        HttpConfig http = config.http();
        require("http.port", http.host(), http.port());
        http.tokenPort().ifPresent(port -> require("http.token-port", http.host(), port));
        ManagementConfig management = config.management();
        management.port().ifPresent(port -> require("management.port", management.host(), port));
    }

    private static void require(String key, String host, int port) {
        try {
            HttpServers.requireFree(host, port);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(key + ": " + e.getMessage());
        }
    }

    private FreePorts() {}
}
